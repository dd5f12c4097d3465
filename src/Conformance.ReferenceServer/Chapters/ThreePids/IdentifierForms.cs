using System.Net.Mail;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Reads identifiers as people type them into their canonical form ("3PID Types" of the appendices).</summary>
internal static class IdentifierForms
{
    // ITU-T E.164 allows 15 digits; numbers shorter than this can only be dialled inside a network.
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>An email address.</summary>
    /// <exception cref="MatrixException">400 <c>M_INVALID_PARAM</c>: it is not an email address.</exception>
    public static ThirdPartyIdentifier Email(string typed) =>
        MailAddress.TryCreate(typed, out var address) && address.Address == typed
            ? new ThirdPartyIdentifier(Media.Email, CaseFolding.Fold(typed))
            : throw MatrixException.InvalidParam("The email address is none.");

    /// <summary>A phone number as it is dialled from a country.</summary>
    /// <param name="country">The two-letter code of the country.</param>
    /// <param name="typed">The number.</param>
    /// <exception cref="MatrixException">400 <c>M_INVALID_PARAM</c>: there is no such country, or it is not a phone number.</exception>
    public static ThirdPartyIdentifier Phone(string country, string typed)
    {
        var plan = DialPlan.Of(country)
            ?? throw MatrixException.InvalidParam("\"country\" must be the two-letter code of a country in capitals.");
        return plan.ToInternational(typed) is { Length: >= FewestDigits and <= MostDigits } number
            ? new ThirdPartyIdentifier(Media.Phone, number)
            : throw MatrixException.InvalidParam("The phone number is none.");
    }

    /// <summary>An identifier that was given with its medium.</summary>
    /// <exception cref="MatrixException">400 <c>M_INVALID_PARAM</c>: the medium is unknown, or the address does not fit it.</exception>
    public static ThirdPartyIdentifier Of(string medium, string address) => medium switch
    {
        Media.Email => Email(address),
        Media.Phone when address.Length is >= FewestDigits and <= MostDigits && address.All(char.IsAsciiDigit) =>
            new ThirdPartyIdentifier(Media.Phone, address),
        Media.Phone => throw MatrixException.InvalidParam("\"address\" must be a phone number in international form, digits only."),
        _ => throw MatrixException.InvalidParam("\"medium\" must be \"email\" or \"msisdn\"."),
    };
}
