using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;

namespace Conformance.Steps.Phrases;

/// <summary>
/// What a step expects of a member of a response: <c>a string</c>, <c>an integer, if present</c>, <c>absent</c>, <c>"some text"</c>,
/// <c>a string other than "some text"</c>, <c>a string beginning with "some"</c>, <c>a string like /[a-z]+/</c>, <c>an integer from 1 to
/// 9</c>, <c>a valid user id</c>, <c>a time within 60 minutes of now</c>.
/// </summary>
public sealed partial record ExpectationPhrase
{
    private const string Condition = ", if present";
    private const string OfItsOwn = "a string of its own";
    private const string UserId = "a valid user id";

    /// <summary>The form of an expectation, for step expressions. None begins like the words of another step (<c>remembered
    /// as</c>).</summary>
    public const string Pattern = "([\"0-9atf-].*)";

    private readonly Func<JsonElement, DateTimeOffset, bool> _accepts;

    private ExpectationPhrase(string what, bool mayBeAbsent, Func<string, string> fillIn)
    {
        What = fillIn(what);
        MayBeAbsent = mayBeAbsent;
        MustDiffer = what == OfItsOwn;
        MustBeAbsent = what == "absent";
        _accepts = Read(what, fillIn);
    }

    /// <summary>What the value must be, as in the feature, without the condition.</summary>
    public string What { get; }

    /// <summary>Whether the member may be missing (<c>, if present</c>).</summary>
    public bool MayBeAbsent { get; }

    /// <summary>Whether each of several members must differ from the others.</summary>
    public bool MustDiffer { get; }

    /// <summary>Whether the member must be missing.</summary>
    public bool MustBeAbsent { get; }

    /// <summary>Reads an expectation; quoted text and patterns may hold <c>{name}</c>, filled in by <paramref name="fillIn"/> once the
    /// form is known: a value is what it is, whatever characters it has.</summary>
    /// <exception cref="SuiteErrorException">The text has another form.</exception>
    public static ExpectationPhrase Parse(string text, Func<string, string> fillIn)
    {
        ArgumentNullException.ThrowIfNull(fillIn);
        if (!Form().IsMatch(text))
            throw new SuiteErrorException(
                $"\"{text}\" is not an expectation",
                "write a text in quotes (or one of several, joined by \"or\"), a number, true, false, absent, a string (integer, number, boolean, array, object), a string other than \"…\", a string beginning with \"…\", a string like /pattern/, an integer from N to M, a valid user id, or a time within N minutes of now; then, if you like, \", if present\".");

        var conditional = text.EndsWith(Condition, StringComparison.Ordinal);
        return new ExpectationPhrase(conditional ? text[..^Condition.Length] : text, conditional, fillIn);
    }

    /// <summary>Whether a value that is there fits.</summary>
    /// <param name="value">The value.</param>
    /// <param name="now">The present, for expectations about time.</param>
    public bool Accepts(JsonElement value, DateTimeOffset now) => _accepts(value, now);

    /// <summary>The expectation as in the feature.</summary>
    public override string ToString() => MayBeAbsent ? What + Condition : What;

    // Reads the words of the feature, not yet filled in: a value that is filled in may hold quotes, slashes and words of the form.
    private static Func<JsonElement, DateTimeOffset, bool> Read(string what, Func<string, string> fillIn) => what switch
    {
        "a string" or OfItsOwn => Texts(_ => true),
        "an integer" => (value, _) => value.Integer() is not null,
        "a number" => Kinds(JsonValueKind.Number),
        "a boolean" => Kinds(JsonValueKind.True, JsonValueKind.False),
        "true" => Kinds(JsonValueKind.True),
        "false" => Kinds(JsonValueKind.False),
        "an array" => Kinds(JsonValueKind.Array),
        "an object" => Kinds(JsonValueKind.Object),
        "absent" => (_, _) => false,
        UserId => Texts(Grammar().IsMatch),
        ['"', ..] => Texts(Quoted().Matches(what).Select(match => fillIn(match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal).Contains),
        _ when Compared().Match(what) is { Success: true } compared => Texts(Comparison(compared, fillIn)),
        _ when Range().Match(what) is { Success: true } range => Integers(Number(range.Groups[1]), Number(range.Groups[2])),
        _ when TimeWindow().Match(what) is { Success: true } window => (value, now) => value.Integer() is { } time
            && Math.Abs(time - now.ToUnixTimeMilliseconds()) <= Number(window.Groups[1]) * (decimal)TimeSpan.MillisecondsPerMinute,
        _ => (value, _) => value.ValueKind == JsonValueKind.Number && value.GetRawText() == what,
    };

    private static Func<JsonElement, DateTimeOffset, bool> Kinds(params JsonValueKind[] kinds) =>
        (value, _) => kinds.Contains(value.ValueKind);

    private static Func<JsonElement, DateTimeOffset, bool> Texts(Predicate<string> fits) =>
        (value, _) => value.Text() is { } text && fits(text);

    private static Func<JsonElement, DateTimeOffset, bool> Integers(decimal least, decimal most) =>
        (value, _) => value.Integer() is { } number && number >= least && number <= most;

    private static decimal Number(Group digits) => decimal.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static Predicate<string> Comparison(Match compared, Func<string, string> fillIn)
    {
        if (compared.Groups["pattern"] is { Success: true } written)
        {
            var pattern = Insertion().Replace(written.Value, match => Regex.Escape(fillIn(match.Value)));
            return text => Matches(text, $"^(?:{pattern})$");
        }

        var wanted = fillIn(compared.Groups["text"].Value);
        return compared.Groups["how"].Value == "other than"
            ? text => text != wanted
            : text => text.StartsWith(wanted, StringComparison.Ordinal);
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexMatchTimeoutException)
        {
            // What takes so long is far longer than anything that a pattern in a feature describes.
            return false;
        }
    }

    [GeneratedRegex(
        """^("[^"]*"( or "[^"]*")*|absent|true|false|-?\d+|an? (string|integer|number|boolean|array|object)|a string of its own|a valid user id|a string (other than|beginning with) "[^"]*"|a string like /.+/|an integer from \d+ to \d+|a time within \d+ minutes of now)(, if present)?$""")]
    private static partial Regex Form();

    [GeneratedRegex("""^a string ((?<how>other than|beginning with) "(?<text>[^"]*)"|(?<how>like) /(?<pattern>.+)/)$""")]
    private static partial Regex Compared();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    // What Scene.FillIn fills in.
    [GeneratedRegex(@"\{[A-Za-z][\w.-]*\}")]
    private static partial Regex Insertion();

    // Appendices, "User Identifiers"; a server name is taken as it comes.
    [GeneratedRegex(@"^(?=.{4,255}$)@[a-z0-9._=/+-]+:.+$")]
    private static partial Regex Grammar();

    [GeneratedRegex(@"^an integer from (\d+) to (\d+)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^a time within (\d+) minutes of now$")]
    private static partial Regex TimeWindow();
}
