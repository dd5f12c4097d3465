using System.Text.RegularExpressions;

namespace Conformance.Spec.Checking;

/// <summary>
/// The regular expressions of <c>patternProperties</c>; one that .NET cannot read matches everything, and the schema rule reports it.
/// </summary>
internal sealed class PatternCache
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);

    public bool IsMatch(string pattern, string name)
    {
        if (!_patterns.TryGetValue(pattern, out var regex))
            _patterns[pattern] = regex = Compile(pattern);
        try
        {
            return regex?.IsMatch(name) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.ECMAScript, Longest);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
