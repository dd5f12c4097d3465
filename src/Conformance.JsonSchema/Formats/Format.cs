namespace Conformance.JsonSchema.Formats;

/// <summary>A format that can be asserted.</summary>
/// <param name="Name">Its name in schemas.</param>
/// <param name="Description">What it is, as messages say it, e.g. <c>a Matrix user ID</c>.</param>
/// <param name="AppliesToNumbers">Whether it is one of the formats of numbers; all others look at strings only.</param>
/// <param name="Check">Whether a value has the format: of a string its unescaped content as UTF-8, of a number its literal.</param>
internal sealed record Format(string Name, string Description, bool AppliesToNumbers, FormatCheck Check);

/// <summary>Whether a text has a format.</summary>
internal delegate bool FormatCheck(ReadOnlySpan<byte> text);
