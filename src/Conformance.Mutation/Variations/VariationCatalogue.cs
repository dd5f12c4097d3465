namespace Conformance.Mutation.Variations;

/// <summary>Every permitted variation.</summary>
public static class VariationCatalogue
{
    /// <summary>Every one, by kind.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        new("behind-a-proxy", "A proxy passes everything on.") { Filters = Selections.EveryKind },
        .. CombinedVariations.All,
        .. JsonVariations.All,
        .. HttpVariations.All,
        .. IdentifierVariations.All,
        .. OfferVariations.All,
        .. ErrorVariations.All,
    ];
}
