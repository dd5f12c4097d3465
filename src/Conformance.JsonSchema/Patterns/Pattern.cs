using System.Buffers;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Conformance.JsonSchema.Patterns;

/// <summary>
/// A regular expression of a schema: ECMA-262 with unicode semantics, not anchored. The plain forms that schemas mostly use
/// (<c>^prefix</c>, <c>^[set]+$</c>) are matched on the UTF-8 bytes. .NET's engine matches all others. It begins with backtracking, which
/// is quick for nearly all of them. An expression that proves slow is matched in linear time from then on, or within a time limit if it
/// looks around or back and so has no linear form.
/// </summary>
internal sealed class Pattern
{
    private static readonly TimeSpan PatienceWithBacktracking = TimeSpan.FromMilliseconds(100);
    private readonly PlainPattern? _plain;
    private readonly string _expression = "";
    private readonly bool _hasLinearForm;
    private volatile Regex? _regex;

    /// <summary>Compiles a pattern. Throws a <see cref="RegexSyntaxException"/> if it is malformed.</summary>
    public Pattern(string source, TimeSpan timeout)
    {
        Source = source;
        var node = EcmaRegexParser.Parse(source);
        _plain = PlainPattern.TryMake(node);
        if (_plain is not null)
            return;
        _expression = DotNetRegex.Write(node, out var looksAroundOrBack);
        _hasLinearForm = !looksAroundOrBack;
        try
        {
            _regex = new Regex(_expression, RegexOptions.CultureInvariant, _hasLinearForm ? PatienceWithBacktracking : timeout);
        }
        catch (ArgumentException)
        {
            throw new RegexSyntaxException("it is beyond what the regular expression engine can compile");
        }
    }

    /// <summary>The expression as it stands in the schema.</summary>
    public string Source { get; }

    /// <summary>
    /// Whether a string, given as the content of a <see cref="Values.JsonText"/>, matches somewhere. Throws a
    /// <see cref="RegexMatchTimeoutException"/> if that takes too long.
    /// </summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (_plain is not null)
            return _plain.IsMatch(text);
        const int OnStack = 256;
        var rented = text.Length > OnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        try
        {
            var units = rented ?? stackalloc char[OnStack];
            Utf8.ToUtf16(text, units, out _, out var written);
            return IsMatch(units[..written]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    private bool IsMatch(ReadOnlySpan<char> text)
    {
        try
        {
            return _regex!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException) when (_hasLinearForm)
        {
            // Two threads may both come here; either's engine will do.
            var linear = new Regex(_expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            _regex = linear;
            return linear.IsMatch(text);
        }
    }
}
