namespace Conformance.Spec.Extraction;

/// <summary>What to extract, and where to.</summary>
public sealed record ExtractionOptions
{
    /// <summary>
    /// The folder that holds <c>data/</c>, such as a checkout of the specification's repository; or the file of a published bundle
    /// (<c>api.json</c>).
    /// </summary>
    public required string SpecPath { get; init; }

    /// <summary>The folder that receives a folder for the version (<c>v1.19/</c>). It is created if it does not exist.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The version; null to detect it from the folder's name, the site's configuration, the changelog, or the bundle.</summary>
    public SpecVersion? Version { get; init; }

    /// <summary>The commit of the sources; null to take the HEAD of the checkout, if it is one.</summary>
    public string? Commit { get; init; }
}
