using System.Text;
using System.Text.Json;
using Conformance.Matrix.Verdicts;

namespace Conformance.Steps.Phrases;

/// <summary>
/// A call as a feature words it: <c>deleteDevice with deviceId "LAPTOP" and authenticates</c>.
/// </summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Arguments">Names and values; a value is JSON text in which <c>{name}</c> is not yet filled in.</param>
/// <param name="WithoutBody">Whether the request has no body at all (<c>and no body</c>).</param>
/// <param name="Authenticates">Whether a challenge is to be met (<c>and authenticates</c>).</param>
public sealed record CallPhrase(string OperationId, IReadOnlyList<KeyValuePair<string, string>> Arguments, bool WithoutBody, bool Authenticates)
{
    private const string Authentication = " and authenticates";
    private const string NoBody = "no body";
    private const string With = """\w+ with .*""";
    private const string Value = """["\]}0-9]""";

    /// <summary>
    /// The form of a call, for step expressions. One group, as a parameter type has to be; it is told from the longer forms by its
    /// end, and read exactly by <see cref="Parse"/>.
    /// </summary>
    public const string Pattern =
        $"(\\w+|\\w+{Authentication}|{With}{Value}|{With}{Value}{Authentication}|{With}{NoBody}|{With}{NoBody}{Authentication}|{With} true|{With} true{Authentication}|{With} false|{With} false{Authentication})";

    /// <summary>Reads a call.</summary>
    /// <exception cref="SuiteErrorException">The text has another form.</exception>
    public static CallPhrase Parse(string text)
    {
        var authenticates = text.EndsWith(Authentication, StringComparison.Ordinal);
        var rest = authenticates ? text[..^Authentication.Length] : text;
        var with = rest.IndexOf(" with ", StringComparison.Ordinal);
        if (with < 0)
            return new CallPhrase(rest, [], false, authenticates);

        var operation = rest[..with];
        rest = rest[(with + " with ".Length)..];
        var arguments = new List<KeyValuePair<string, string>>();
        var withoutBody = false;
        while (rest.Length > 0)
        {
            int length;
            if (rest.StartsWith(NoBody, StringComparison.Ordinal))
            {
                withoutBody = true;
                length = NoBody.Length;
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

        return new CallPhrase(operation, arguments, withoutBody, authenticates);
    }

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
