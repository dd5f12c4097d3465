using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
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

    private ExpectationPhrase(string what, bool mayBeAbsent)
    {
        What = what;
        MayBeAbsent = mayBeAbsent;
    }

    /// <summary>What the value must be, as in the feature, without the condition.</summary>
    public string What { get; }

    /// <summary>Whether the member may be missing (<c>, if present</c>).</summary>
    public bool MayBeAbsent { get; }

    /// <summary>Whether each of several members must differ from the others.</summary>
    public bool MustDiffer => What == OfItsOwn;

    /// <summary>Whether the member must be missing.</summary>
    public bool MustBeAbsent => What == "absent";

    /// <summary>Reads an expectation; quoted text may hold <c>{name}</c>, filled in by <paramref name="fillIn"/>.</summary>
    /// <exception cref="SuiteErrorException">The text has another form.</exception>
    public static ExpectationPhrase Parse(string text, Func<string, string> fillIn)
    {
        ArgumentNullException.ThrowIfNull(fillIn);
        if (!Form().IsMatch(text))
            throw new SuiteErrorException(
                $"\"{text}\" is not an expectation",
                "write a text in quotes (or one of several, joined by \"or\"), a number, true, false, absent, a string (integer, number, boolean, array, object), a string other than \"…\", a string beginning with \"…\", a string like /pattern/, an integer from N to M, a valid user id, or a time within N minutes of now; then, if you like, \", if present\".");

        var conditional = text.EndsWith(Condition, StringComparison.Ordinal);
        return new ExpectationPhrase(fillIn(conditional ? text[..^Condition.Length] : text), conditional);
    }

    /// <summary>Whether a value that is there fits.</summary>
    /// <param name="value">The value.</param>
    /// <param name="now">The present, for expectations about time.</param>
    public bool Accepts(JsonElement value, DateTimeOffset now) => What switch
    {
        "a string" or OfItsOwn => value.ValueKind == JsonValueKind.String,
        "an integer" => IsInteger(value),
        "a number" => value.ValueKind == JsonValueKind.Number,
        "a boolean" or "true" or "false" =>
            value.ValueKind is JsonValueKind.True or JsonValueKind.False && (What == "a boolean" || value.GetBoolean() == (What == "true")),
        "an array" => value.ValueKind == JsonValueKind.Array,
        "an object" => value.ValueKind == JsonValueKind.Object,
        "absent" => false,
        UserId => value.ValueKind == JsonValueKind.String && Grammar().IsMatch(value.GetString()!),
        ['"', .., '"'] => value.ValueKind == JsonValueKind.String && What[1..^1].Split("\" or \"").Contains(value.GetString()),
        _ when Compared().Match(What) is { Success: true } compared =>
            value.ValueKind == JsonValueKind.String && Fits(compared, value.GetString()!),
        _ when Range().Match(What) is { Success: true } range =>
            IsInteger(value) && value.GetDecimal() >= decimal.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture)
                && value.GetDecimal() <= decimal.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture),
        _ when TimeWindow().Match(What) is { Success: true } window =>
            IsInteger(value)
                && Math.Abs(value.GetDouble() - now.ToUnixTimeMilliseconds()) <= TimeSpan.FromMinutes(
                    int.Parse(window.Groups[1].Value, CultureInfo.InvariantCulture)).TotalMilliseconds,
        _ => value.ValueKind == JsonValueKind.Number && value.GetRawText() == What,
    };

    /// <summary>The expectation as in the feature.</summary>
    public override string ToString() => MayBeAbsent ? What + Condition : What;

    private static bool IsInteger(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number == decimal.Truncate(number);

    private static bool Fits(Match compared, string text) => compared.Groups["how"].Value switch
    {
        "other than" => text != compared.Groups["text"].Value,
        "beginning with" => text.StartsWith(compared.Groups["text"].Value, StringComparison.Ordinal),
        _ => Regex.IsMatch(text, $"^(?:{compared.Groups["pattern"].Value})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
    };

    [GeneratedRegex(
        """^("[^"]*"( or "[^"]*")*|absent|true|false|-?\d+|an? (string|integer|number|boolean|array|object)|a string of its own|a valid user id|a string (other than|beginning with) "[^"]*"|a string like /.+/|an integer from \d+ to \d+|a time within \d+ minutes of now)(, if present)?$""")]
    private static partial Regex Form();

    [GeneratedRegex("""^a string ((?<how>other than|beginning with) "(?<text>[^"]*)"|(?<how>like) /(?<pattern>.+)/)$""")]
    private static partial Regex Compared();

    // Appendices, "User Identifiers"; a server name is taken as it comes.
    [GeneratedRegex(@"^(?=.{4,255}$)@[a-z0-9._=/+-]+:.+$")]
    private static partial Regex Grammar();

    [GeneratedRegex(@"^an integer from (\d+) to (\d+)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^a time within (\d+) minutes of now$")]
    private static partial Regex TimeWindow();
}
