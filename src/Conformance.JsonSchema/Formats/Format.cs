namespace Conformance.JsonSchema.Formats;

/// <summary>A format that can be asserted.</summary>
/// <param name="Name">Its name in schemas.</param>
/// <param name="Description">What it is, as messages say it, e.g. <c>a Matrix user ID</c>.</param>
/// <param name="AppliesToNumbers">Whether it is a format of numbers; all others apply to strings only.</param>
/// <param name="Check">Whether a value has the format. It takes the unescaped content of a string as UTF-8, or the literal of a
/// number.</param>
internal sealed record Format(string Name, string Description, bool AppliesToNumbers, FormatCheck Check);

/// <summary>Whether a text has a format.</summary>
internal delegate bool FormatCheck(ReadOnlySpan<byte> text);
