using System.Text.RegularExpressions;

namespace Conformance.Matrix.Exchanges;

/// <summary>
/// Makes what was seen in one run comparable with what was seen in another: error codes, null and truth values stay, and of all other
/// values their type.
/// </summary>
public static partial class Seen
{
    /// <summary>The phrase without what differs from run to run. Never empty.</summary>
    /// <param name="phrase">What was seen: <c>400 M_BAD_JSON</c>, <c>/devices/0/display_name is "Phone"</c>.</param>
    public static string Of(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (string.IsNullOrWhiteSpace(phrase))
            return "nothing";
        var text = Place().Match(phrase) is { Success: true } place
            ? $"{place.Groups["at"].Value} is {TypeOf(place.Groups["value"].Value)}"
            : phrase[0] is '{' or '[' ? TypeOf(phrase) : Quoted().Replace(phrase, "\"...\"");
        return AnyElement(Offset().Replace(text, "offset N"));
    }

    /// <summary>A pointer, or a phrase with pointers, in which each place in a list is any: <c>/devices/*</c>.</summary>
    public static string AnyElement(string text) => Index().Replace(text, "/*");

    /// <summary>The phrase about a place in a body.</summary>
    /// <param name="pointer">JSON Pointer; empty for the answer as a whole.</param>
    /// <param name="actual">What is there.</param>
    public static string Of(string pointer, string actual) => Of(At(pointer, actual));

    /// <summary>The phrase about a place in a body, as it is.</summary>
    /// <param name="pointer">JSON Pointer; empty for the answer as a whole.</param>
    /// <param name="actual">What is there.</param>
    public static string At(string pointer, string actual)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        return pointer.Length == 0 ? actual : $"{pointer} is {actual}";
    }

    /// <summary>The statuses that a phrase names, each once, in order; <c>4xx</c> is one too.</summary>
    public static IReadOnlyList<string> StatusesIn(string phrase) =>
        [.. Status().Matches(phrase).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string TypeOf(string value) => value[0] switch
    {
        '{' => "an object",
        '[' => "an array",
        '"' => ErrorCode().IsMatch(value) ? value : "a string",
        _ when Number().IsMatch(value) => "a number",
        _ => Quoted().Replace(value, "\"...\""),
    };

    [GeneratedRegex(@"\b[1-5](?:\d\d|xx)\b")]
    private static partial Regex Status();

    [GeneratedRegex("""
        ^(?<at>/\S*|the body|it) is (?<value>[{\["0-9-].*)$
        """, RegexOptions.Singleline)]
    private static partial Regex Place();

    [GeneratedRegex("""
        ^"M_[A-Z_]+"$
        """)]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"^-?[0-9][0-9.eE+-]*…?$")]
    private static partial Regex Number();

    // The last one may have been cut.
    [GeneratedRegex("""
        "(?!M_[A-Z_]+")[^"]*("|$)
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\boffset \d+")]
    private static partial Regex Offset();

    [GeneratedRegex(@"/\d+(?=[/ ]|$)")]
    private static partial Regex Index();
}
