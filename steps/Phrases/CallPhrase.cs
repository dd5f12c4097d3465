using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Verdicts;

namespace Conformance.Steps.Phrases;

/// <summary>
/// A call as a feature words it: <c>deleteDevice with deviceId "LAPTOP" and authenticates</c>, <c>login with each body that is no JSON</c>,
/// <c>getLoginFlows or getAuthMetadata</c>, <c>GET /_matrix/static/client/login/</c>.
/// </summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Arguments">Names and values; a value is JSON text in which <c>{name}</c> is not yet filled in.</param>
/// <param name="WithoutBody">Whether the request has no body at all (<c>and no body</c>).</param>
/// <param name="Authenticates">Whether a challenge is to be met (<c>and authenticates</c>).</param>
public sealed partial record CallPhrase(string OperationId, IReadOnlyList<KeyValuePair<string, string>> Arguments, bool WithoutBody, bool Authenticates)
{
    private const string Authentication = " and authenticates";
    private const string NoBody = "no body";
    private const string Each = "each ";
    private const string Or = " or ";
    private const string OnPage = " and logs in there";
    private const string With = """\w+ with .*""";
    private const string Value = """["\]}0-9]""";

    private static readonly Dictionary<string, MalformedBodyKind> MalformedKinds = new(StringComparer.Ordinal)
    {
        ["each body that is no JSON"] = MalformedBodyKind.NoJson,
        ["each body that is no UTF-8"] = MalformedBodyKind.NoUtf8,
        ["each body that is no object"] = MalformedBodyKind.NoObject,
        ["each required member missing"] = MalformedBodyKind.RequiredMemberMissing,
        ["each required member of a wrong type"] = MalformedBodyKind.RequiredMemberOfWrongType,
        ["each optional member of a wrong type"] = MalformedBodyKind.OptionalMemberOfWrongType,
        ["each auth that is no object"] = MalformedBodyKind.AuthIsNoObject,
    };

    /// <summary>
    /// The form of a call, for step expressions. One group, as a parameter type has to be; it is told from the longer forms by its
    /// end, and read exactly by <see cref="Parse"/>.
    /// </summary>
    public const string Pattern =
        $"(\\w+|\\w+{Authentication}|{With}{Value}|{With}{Value}{Authentication}|{With}{NoBody}|{With}{NoBody}{Authentication}|{With} true|{With} true{Authentication}|{With} false|{With} false{Authentication}|{With}{Each}[\\w -]+|\\w+{Or}\\w+|[A-Z]+ /\\S*|[A-Z]+ /\\S*{OnPage})";

    /// <summary>What is wrong with the body, where the call is made once for each way to do it wrong (<c>with each body that is no JSON</c>); null for a proper one.</summary>
    public MalformedBodyKind? Malformed { get; init; }

    /// <summary>The operation to call where the first gives no success (<c>getLoginFlows or getAuthMetadata</c>); null for none.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Whether the request is for a page, on which the caller then logs in as a person with a browser would (<c>and logs in there</c>).</summary>
    public bool LogsInThere { get; init; }

    /// <summary>Method and path of a request outside the manifest (<c>GET /_matrix/static/client/login/</c>); null for an operation.</summary>
    public (string Method, string PathAndQuery)? Raw { get; init; }

    /// <summary>Reads a call.</summary>
    /// <exception cref="SuiteErrorException">The text has another form.</exception>
    public static CallPhrase Parse(string text)
    {
        var authenticates = text.EndsWith(Authentication, StringComparison.Ordinal);
        var rest = authenticates ? text[..^Authentication.Length] : text;
        if (rest.EndsWith(OnPage, StringComparison.Ordinal))
            return Parse(rest[..^OnPage.Length]) with { LogsInThere = true };
        if (RawForm().Match(rest) is { Success: true } raw)
            return new CallPhrase(rest, [], false, authenticates) { Raw = (raw.Groups[1].Value, raw.Groups[2].Value) };
        var with = rest.IndexOf(" with ", StringComparison.Ordinal);
        if (with < 0)
        {
            var names = rest.Split(Or);
            return new CallPhrase(names[0], [], false, authenticates) { Otherwise = names.Length > 1 ? names[1] : null };
        }

        var operation = rest[..with];
        rest = rest[(with + " with ".Length)..];
        var arguments = new List<KeyValuePair<string, string>>();
        var withoutBody = false;
        MalformedBodyKind? malformed = null;
        while (rest.Length > 0)
        {
            int length;
            if (rest.StartsWith(NoBody, StringComparison.Ordinal))
            {
                withoutBody = true;
                length = NoBody.Length;
            }
            else if (rest.StartsWith(Each, StringComparison.Ordinal))
            {
                malformed = MalformedKinds.TryGetValue(rest, out var kind) ? kind
                    : throw new SuiteErrorException($"the call \"{text}\" cannot be read at \"{rest}\": write one of {string.Join(", ", MalformedKinds.Keys)}.");
                length = rest.Length;
            }
            else
            {
                var name = rest[..Math.Max(rest.IndexOf(' ', StringComparison.Ordinal), 0)];
                var value = name.Length == 0 ? string.Empty : FirstJsonValue(rest[(name.Length + 1)..]);
                if (value.Length == 0)
                    throw new SuiteErrorException($"the call \"{text}\" cannot be read at \"{rest}\": write NAME VALUE, the value as a JSON string, array, object, number or boolean.");

                arguments.Add(new KeyValuePair<string, string>(name, value));
                length = name.Length + 1 + value.Length;
            }

            rest = rest[length..];
            rest = rest.StartsWith(" and ", StringComparison.Ordinal) ? rest[" and ".Length..]
                : rest.StartsWith(", ", StringComparison.Ordinal) ? rest[", ".Length..]
                : rest;
        }

        return new CallPhrase(operation, arguments, withoutBody, authenticates) { Malformed = malformed };
    }

    [GeneratedRegex(@"^([A-Z]+) (/\S*)$")]
    private static partial Regex RawForm();

    private static string FirstJsonValue(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        try
        {
            // Numbers and literals at the very end are only complete once the reader knows that nothing follows.
            if (!reader.Read())
                reader = new Utf8JsonReader(bytes);
            else
                return reader.TrySkip() ? Encoding.UTF8.GetString(bytes.AsSpan(0, (int)reader.BytesConsumed)) : string.Empty;

            return reader.Read() ? Encoding.UTF8.GetString(bytes.AsSpan(0, (int)reader.BytesConsumed)) : string.Empty;
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }
}
