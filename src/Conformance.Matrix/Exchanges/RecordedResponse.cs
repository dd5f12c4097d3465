using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Conformance.Matrix.Exchanges;

/// <summary>An answer as it came in. Holds secrets: every output goes through the redactor first.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Headers">Header fields, content headers included.</param>
/// <param name="Body">The body's bytes; empty if there was none.</param>
public sealed record RecordedResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    private const int LongestHeader = 256;
    private const int MostHeaders = 32;

    // An answer that gives a token is shorter, and says how long the token lives: the verdict needs to know.
    private const int LongestJson = 2048;

    private JsonElement? _json;
    private string? _errorCode;
    private bool? _isChallenge;

    /// <summary>Header fields, content headers included; of an answer that was let go, the first and short ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private set; } = Headers;

    /// <summary>The body's bytes; empty if there was none. Of an answer that was let go, its beginning, redacted.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; } = Body;

    /// <summary>The parsed body; null where the body is empty or not JSON, or was long and let go.</summary>
    public JsonElement? Json
    {
        get => _json;
        init => _json = value;
    }

    /// <summary>The standard error code of the body; null where there is none.</summary>
    public string? ErrorCode => Json?.Text("errcode") ?? _errorCode;

    /// <summary>Whether the body is a challenge of user-interactive authentication.</summary>
    public bool IsChallenge => _isChallenge ?? UiaChallenge.Read(this) is not null;

    /// <summary>The first value of a header field; null if it is absent. Names are case-insensitive.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>
    /// Lets go of what nobody needs once the scenario has ended. A run keeps thousands of answers, and a report shows the beginning of a
    /// few. Everybody who holds this answer sees the change.
    /// </summary>
    /// <param name="most">How many bytes of the body to keep.</param>
    /// <param name="redact">Makes the text of a body without secrets: a secret that is cut in two would not be recognised later.</param>
    /// <returns>About how many bytes of memory are kept.</returns>
    internal int LetGo(int most, Func<ReadOnlyMemory<byte>, string> redact)
    {
        _errorCode ??= ErrorCode is { Length: <= LongestHeader } code ? code : null;
        _isChallenge ??= IsChallenge;
        if (Body.Length > Math.Min(most, LongestJson))
            _json = null;
        if (Body.Length > most)
        {
            var text = redact(Body);
            var shown = text.Length <= most ? text : string.Create(
                CultureInfo.InvariantCulture, $"{text.AsSpan(0, most)}... ({text.Length} characters in all)");
            Body = Encoding.UTF8.GetBytes(shown);
        }

        if (Headers.Count > MostHeaders || Headers.Any(header => header.Key.Length + header.Value.Length > LongestHeader))
            Headers = [.. Headers.Where(header => header.Key.Length + header.Value.Length <= LongestHeader).Take(MostHeaders)];

        // A small number is a byte of text, and a dozen where it was parsed.
        return Body.Length + (_json is null ? 0 : Body.Length * 8);
    }
}
