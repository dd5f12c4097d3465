using System.Text.RegularExpressions;

namespace Conformance.Reports.Causes;

/// <summary>Makes phrases of one run comparable with those of another.</summary>
internal static partial class Seen
{
    /// <summary>The phrase without what differs from run to run: quoted values that are no error codes, and places in lists.</summary>
    public static string Of(string phrase) => Index().Replace(Value().Replace(phrase, "\"...\""), "/*");

    /// <summary>The phrase about a place in a body.</summary>
    /// <param name="pointer">JSON Pointer; empty for the answer as a whole.</param>
    /// <param name="actual">What is there.</param>
    public static string Of(string pointer, string actual) => Of(At(pointer, actual));

    /// <summary>The phrase about a place in a body, as it is.</summary>
    /// <param name="pointer">JSON Pointer; empty for the answer as a whole.</param>
    /// <param name="actual">What is there.</param>
    public static string At(string pointer, string actual) => pointer.Length == 0 ? actual : $"{pointer} is {actual}";

    [GeneratedRegex("""
        "(?!M_[A-Z_]+")[^"]*"
        """)]
    private static partial Regex Value();

    [GeneratedRegex(@"/\d+(?=[/ ]|$)")]
    private static partial Regex Index();
}
