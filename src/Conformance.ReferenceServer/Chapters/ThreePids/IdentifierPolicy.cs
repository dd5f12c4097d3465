using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Decides which identifiers the homeserver accepts.</summary>
internal sealed class IdentifierPolicy(ReferenceServerOptions options, IEnumerable<IValidation> validations)
{
    /// <summary>Whether users can add identifiers at all.</summary>
    public bool AllowsAdditions => options.AddableMedia.Any(CanValidate);

    /// <summary>Refuses a medium.</summary>
    /// <exception cref="MatrixException">400 <c>M_THREEPID_MEDIUM_NOT_SUPPORTED</c>.</exception>
    public void CheckMedium(string medium, TokenPurpose purpose)
    {
        if (!CanValidate(medium) || (purpose == TokenPurpose.Addition && !options.AddableMedia.Contains(medium)))
        {
            throw new MatrixException(
                400, ErrorCodes.ThreepidMediumNotSupported, "The homeserver does not take identifiers of this medium.");
        }
    }

    /// <summary>Refuses an identifier that is not permitted.</summary>
    /// <exception cref="MatrixException">403 <c>M_THREEPID_DENIED</c>.</exception>
    public void CheckPermitted(ThirdPartyIdentifier identifier, TokenPurpose purpose)
    {
        if (options.PermittedIdentifiers is { } rules
            && !rules.Any(rule => rule.Medium == identifier.Medium && rule.Address.IsMatch(identifier.Address)))
        {
            throw new MatrixException(403, ErrorCodes.ThreepidDenied, "The homeserver does not permit this identifier.");
        }
    }

    private bool CanValidate(string medium) => validations.Any(validation => validation.Medium == medium && validation.IsAvailable);
}
