namespace Conformance.Runner.Features;

/// <summary>A feature file as text.</summary>
/// <param name="File">
/// Its path as it shall appear in messages and results, with forward slashes, e.g. <c>features/devices/deletion.feature</c>.
/// </param>
/// <param name="Text">Its text.</param>
public sealed record FeatureSource(string File, string Text);
