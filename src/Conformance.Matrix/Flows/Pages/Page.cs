namespace Conformance.Matrix.Flows.Pages;

/// <summary>A page as it came.</summary>
/// <param name="Url">Its URL, as the pages name it.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">Where a redirect leads; null for none.</param>
/// <param name="Cookies">The <c>Set-Cookie</c> fields.</param>
/// <param name="Body">The body.</param>
/// <param name="Outcome">What came of it, for a message.</param>
internal sealed record Page(
    Uri Url, int Status, string? Location, IReadOnlyList<string> Cookies, ReadOnlyMemory<byte> Body, string Outcome);
