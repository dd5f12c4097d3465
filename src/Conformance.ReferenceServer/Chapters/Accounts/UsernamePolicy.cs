using System.Text;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Accounts;

/// <summary>Decides which names users may have ("User Identifiers" of the appendices).</summary>
internal sealed class UsernamePolicy(AccountRules rules, ApplicationServiceDirectory services, ReferenceServerOptions options)
{
    private const int GeneratedLength = 12;

    /// <summary>The localpart for a requested name: in lower case, so that no two users differ only in case.</summary>
    /// <param name="username">The requested name.</param>
    /// <param name="byService">Whether an application service asks, which must stay inside its namespace; others must stay outside an
    /// exclusive one.</param>
    /// <exception cref="MatrixException">400 <c>M_INVALID_USERNAME</c> or <c>M_EXCLUSIVE</c>.</exception>
    public string LocalpartFor(string username, bool byService)
    {
        var localpart = Lower(username);
        if (localpart.Length == 0 || localpart.AsSpan().ContainsAnyExcept(rules.LocalpartLetters))
        {
            throw Invalid("A username has one or more of a-z, 0-9, and . _ = - / +.");
        }

        var userId = $"@{localpart}:{options.ServerName}";
        if (Encoding.UTF8.GetByteCount(userId) > rules.LongestUserId)
        {
            throw Invalid($"The user ID would be longer than {rules.LongestUserId} bytes.");
        }

        if (byService ? !services.MayRegister(userId) : services.IsReserved(userId))
        {
            throw new MatrixException(400, ErrorCodes.Exclusive, byService
                ? "The user ID is outside the namespace of the application service."
                : "The user ID is reserved by an application service.");
        }

        return username == localpart || rules.LowersNames ? localpart : username;
    }

    /// <summary>A localpart for a user who asked for none.</summary>
    public static string Generate() => Lower(OpaqueTokens.CreateName(GeneratedLength));

    /// <summary>The name with A-Z in lower case; other letters stay, since they are not allowed anyway.</summary>
    public static string Lower(string name) => string.Create(name.Length, name, static (letters, text) =>
    {
        for (var index = 0; index < text.Length; index++)
        {
            letters[index] = char.IsAsciiLetterUpper(text[index]) ? char.ToLowerInvariant(text[index]) : text[index];
        }
    });

    private static MatrixException Invalid(string message) => new(400, ErrorCodes.InvalidUsername, message);
}
