using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Refuses ill-formed identifiers of one medium with <c>M_UNKNOWN</c>.</summary>
internal abstract class IllFormedRefusedAsUnknown(TokenRequestParts parts, string medium) : TokenRequests(parts)
{
    protected sealed override ThirdPartyIdentifier Canonical(string? country, string address)
    {
        try
        {
            return base.Canonical(country, address);
        }
        catch (MatrixException refusal) when (medium == (country is null ? Media.Email : Media.Phone))
        {
            throw new MatrixException(400, ErrorCodes.Unknown, refusal.Message);
        }
    }
}
