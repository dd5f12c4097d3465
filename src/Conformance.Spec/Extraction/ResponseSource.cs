namespace Conformance.Spec.Extraction;

/// <summary>A documented response.</summary>
/// <param name="Status">A code, a range or <c>default</c>.</param>
/// <param name="Body">Its body; without media types if none is documented.</param>
/// <param name="Headers">The names of the documented headers, in the order of the source.</param>
/// <param name="Since">The version that added it; null where there is no mark.</param>
internal sealed record ResponseSource(string Status, BodySource Body, IReadOnlyList<string> Headers, SpecVersion? Since);
