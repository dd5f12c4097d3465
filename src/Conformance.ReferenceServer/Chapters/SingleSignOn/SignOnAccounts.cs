using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Maps the provider's identities to users ("Handling the callback from the Authentication server").</summary>
internal sealed class SignOnAccounts(
    AccountService accounts, ApplicationServiceDirectory services, SignOnRules rules, ReferenceServerOptions options)
{
    private const int GreatestUserIdBytes = 255;
    private const int DigestLength = 16;
    private const string ReservedPrefix = "sso.";
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The user of an identity; null if nobody has signed on with it.</summary>
    public Account? Find(string identity) => _accounts.TryGetValue(identity, out var account) && rules.IdentitiesAreKept ? account : null;

    /// <summary>The user of an identity, the same each time; the first sign-on registers the user.</summary>
    public Account FindOrCreate(string identity)
    {
        lock (_lock)
        {
            return Find(identity) ?? (_accounts[identity] = Create(identity));
        }
    }

    /// <summary>
    /// The localpart for an identity: in lower case, with hexadecimal bytes for what user IDs may not have ("Mapping from other character
    /// sets" of the appendices). A name that is too long is cut and gets a digest.
    /// </summary>
    private string LocalpartFor(string identity)
    {
        var mapped = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(UsernamePolicy.Lower(identity)))
        {
            var letter = (char)value;
            mapped.Append(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || "._-/+".Contains(letter)
                ? letter
                : string.Create(CultureInfo.InvariantCulture, $"={value:x2}"));
        }

        if (services.IsReserved(accounts.UserIdOf(mapped.ToString())))
        {
            mapped.Insert(0, ReservedPrefix);
        }

        // Room for a suffix: the digest, or a number if the name is taken.
        var room = GreatestUserIdBytes - Encoding.UTF8.GetByteCount($"@:{options.ServerName}") - DigestLength;
        if (mapped.Length > room)
        {
            mapped.Length = room;
            mapped.Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))).AsSpan(0, DigestLength));
        }

        return mapped.ToString();
    }

    // A name that somebody has already is not handed to a stranger of the same name.
    private Account Create(string identity)
    {
        var localpart = LocalpartFor(identity);
        var account = accounts.TryCreate(localpart, password: null);
        for (var number = 2; account is null; number++)
        {
            account = accounts.TryCreate(string.Create(CultureInfo.InvariantCulture, $"{localpart}{number}"), password: null);
        }

        account.SignOnIdentity = identity;
        return account;
    }
}
