using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Decides on requests for validation tokens.</summary>
/// <remarks>
/// The homeserver validates everything itself, or by a service of its own, so it ignores <c>id_server</c>, as the specification says.
/// </remarks>
internal sealed class TokenRequests(TokenRequestParts parts)
{
    private const int LongestSecret = 255;

    /// <summary>Answers a request.</summary>
    /// <exception cref="MatrixException">It is refused.</exception>
    public async Task<JsonObject> AnswerAsync(string medium, TokenPurpose purpose, RequestObject body, CancellationToken cancellationToken)
    {
        var secret = body.RequiredString("client_secret");
        var attempt = body.RequiredInteger("send_attempt");
        var nextLink = body.String("next_link");
        _ = body.String("id_server");
        _ = body.String("id_access_token");
        var address = body.RequiredString(medium == Media.Email ? "email" : "phone_number");
        var country = medium == Media.Phone ? body.RequiredString("country") : null;
        CheckSecret(secret);
        parts.Policy.CheckMedium(medium, purpose);
        var identifier = Canonical(country, address);
        parts.Policy.CheckPermitted(identifier, purpose);
        CheckOwner(identifier, purpose);
        var request = new TokenRequest(secret, identifier, attempt, LinkOf(nextLink))
        {
            Country = country,
            PhoneNumber = country is null
            ? null
            : address
        };
        return await parts.Validations.First(validation => validation.Medium == medium).BeginAsync(request, cancellationToken);
    }

    /// <summary>Refuses a client secret outside its grammar.</summary>
    private void CheckSecret(string secret)
    {
        if (secret.Length is 0 or > LongestSecret || secret.AsSpan().ContainsAnyExcept(parts.Rules.SecretLetters))
        {
            throw MatrixException.InvalidParam(
                $"\"client_secret\" must have 1 to {LongestSecret} characters of 0-9, a-z, A-Z, and . = _ -");
        }
    }

    /// <summary>The identifier's canonical form.</summary>
    private static ThirdPartyIdentifier Canonical(string? country, string address) =>
        country is null ? IdentifierForms.Email(address) : IdentifierForms.Phone(country, address);

    /// <summary>Refuses an identifier that somebody has, or nobody has, depending on the purpose.</summary>
    private void CheckOwner(ThirdPartyIdentifier identifier, TokenPurpose purpose)
    {
        var isTaken = parts.Identifiers.OwnerOf(identifier) is not null;
        if (purpose == TokenPurpose.PasswordReset && !isTaken)
        {
            throw new MatrixException(400, ErrorCodes.ThreepidNotFound, "No account has this identifier.");
        }

        if (isTaken && parts.Rules.RefusesTaken(purpose, identifier.Medium))
        {
            throw new MatrixException(400, ErrorCodes.ThreepidInUse, "An account has this identifier already.");
        }
    }

    private static Uri? LinkOf(string? nextLink) =>
        nextLink is null ? null
        : Uri.TryCreate(nextLink, UriKind.Absolute, out var link)
            && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps) ? link
        : throw MatrixException.InvalidParam("\"next_link\" must be an http or https address.");
}
