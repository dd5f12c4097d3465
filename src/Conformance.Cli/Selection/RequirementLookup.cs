using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Selection;

/// <summary>Finds a requirement by its id, or complains.</summary>
internal static class RequirementLookup
{
    /// <summary>The requirement with an id, whatever its case.</summary>
    /// <exception cref="SpecException">There is none; the message names the nearest ids.</exception>
    public static Requirement Find(RequirementCatalogue catalogue, string id)
    {
        return catalogue.TryGet(id, out var requirement) || catalogue.TryGet(id.ToUpperInvariant(), out requirement)
            ? requirement
            : catalogue.Get(id);
    }
}
