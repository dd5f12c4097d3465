using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>Finds the user that a user identifier object names ("Identifier types" of the client-server API).</summary>
internal sealed class UserIdentifiers(AccountService accounts, AccountIdentifiers identifiers, ReferenceServerOptions options)
{
    /// <summary>The user that an identifier names; null if there is none with that name here.</summary>
    /// <exception cref="MatrixException">The identifier is malformed or of an unknown type (400), or a third-party identifier which the
    /// homeserver does not know: 403, as the clauses on the password stage and on login demand.</exception>
    public Account? Find(RequestObject identifier)
    {
        // The example of login by third-party identifier in the specification has no "type", although the schema requires it.
        var type = identifier.String("type")
            ?? (identifier.Has("medium") ? IdentifierTypes.ThirdParty : throw MatrixException.Missing("identifier.type"));
        switch (type)
        {
            case IdentifierTypes.User:
                return FindUser(identifier.RequiredString("user"));
            case IdentifierTypes.ThirdParty:
                return FindThirdParty(identifier.RequiredString("medium"), identifier.RequiredString("address"));
            case IdentifierTypes.Phone:
                return FindPhone(identifier.RequiredString("country"), identifier.RequiredString("phone"));
            default:
                throw new MatrixException(400, ErrorCodes.Unknown, "The type of the identifier is not known.");
        }
    }

    /// <summary>The user with a full user ID or a localpart, in whatever case it is typed; null if there is none.</summary>
    public Account? FindUser(string user)
    {
        var localpart = user;
        if (user.StartsWith('@'))
        {
            var colon = user.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || user[(colon + 1)..] != options.ServerName)
            {
                return null;
            }

            localpart = user[1..colon];
        }

        return accounts.Find(accounts.UserIdOf(UsernamePolicy.Lower(localpart)));
    }

    /// <summary>The user with a third-party identifier, however it is typed.</summary>
    /// <exception cref="MatrixException">403: no account has it, or it is invalid.</exception>
    public Account FindThirdParty(string medium, string address) => Owner(() => IdentifierForms.Of(medium, address));

    /// <summary>The user with a phone number, as it is dialled from a country.</summary>
    /// <exception cref="MatrixException">403: no account has it, or it is invalid.</exception>
    public Account FindPhone(string country, string number) => Owner(() => IdentifierForms.Phone(country, number));

    private Account Owner(Func<ThirdPartyIdentifier> read)
    {
        try
        {
            return identifiers.OwnerOf(read()) ?? throw Unknown();
        }
        catch (MatrixException malformed) when (malformed.ErrorCode == ErrorCodes.InvalidParam)
        {
            // An invalid identifier cannot belong to an account.
            throw Unknown();
        }
    }

    private static MatrixException Unknown() => MatrixException.Forbidden("The third-party identifier is not known.");
}
