using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Hostile;

/// <summary>Servers whose answers have bodies that nobody should send.</summary>
internal static partial class HostileBodies
{
    private const int Megabyte = 1 << 20;
    private const int Nesting = 100_000;
    private const int Digits = 1_000;

    // UTF-16 has no character for this half of one.
    private const string HalfSurrogate = @"a\ud83d";

    // Large bodies take time to send.
    private static readonly IReadOnlyList<string> Few =
        ["features/whoami", "An unknown device is not found", "The list of devices is an array"];

    private static readonly byte[] NotUtf8 = [0x61, 0xFF, 0xC0, 0x80, 0xFE];

    /// <summary>Every server of this kind.</summary>
    public static IReadOnlyList<HostileServer> All { get; } =
    [
        new("empty-bodies", "Every body is empty.", WireLayer.Answers(answer => answer.With(""))),
        new("html-bodies", "Every body is a web page, also where the content type is JSON.",
            WireLayer.Answers(answer => answer.With("<!DOCTYPE html><title>Welcome</title><p>It works.</p>"))),
        new("html-pages", "Every answer is a web page, by its content type too.",
            WireLayer.Answers(answer => answer.With("<!DOCTYPE html><p>It works.</p>").OfType("text/html"))),
        new("null-bodies", "Every body is null.", WireLayer.Answers(answer => answer.With("null"))),
        new("list-bodies", "Every body is a list.", WireLayer.Answers(answer => answer.With("[]"))),
        new("text-bodies", "Every body is a text.", WireLayer.Answers(answer => answer.With("\"ok\""))),
        new("null-members", "Every member of every body is null.",
            WireLayer.Answers(answer => answer.Changed(body => Replace(body, _ => null)))),
        new("number-members", "Every text in every body is a number.",
            WireLayer.Answers(answer => answer.Changed(body => ReplaceTexts(body, _ => JsonValue.Create(5))))),
        new("list-members", "Every text in every body is a list.",
            WireLayer.Answers(answer => answer.Changed(body => ReplaceTexts(body, _ => new JsonArray())))),
        NullIn("session"), NullIn("flows"), NullIn("errcode"), NullIn("access_token"), NullIn("device_id"), NullIn("versions"),
        new("half-surrogates", "Half a surrogate stands in every text.",
            WireLayer.Answers(answer => answer.With(Texts().Replace(answer.Text, $"$1\"{HalfSurrogate}\"")))),
        new("half-surrogate-names", "Half a surrogate stands in the name of a further member.",
            WireLayer.Answers(answer => answer.With(FirstBrace().Replace(answer.Text, $"{{\"{HalfSurrogate}\": 1, ")))),
        new("not-utf8-texts", "Every text has bytes that are not UTF-8.",
            WireLayer.Answers(answer => answer with { Body = WithBytes(Texts().Replace(answer.Text, "$1\"\u0001\"")) })),
        new("not-utf8-names", "The name of a further member has bytes that are not UTF-8.",
            WireLayer.Answers(answer => answer with { Body = WithBytes(FirstBrace().Replace(answer.Text, "{\"\u0001\": 1, ")) })),
        new("utf16-bodies", "Every body is in UTF-16.",
            WireLayer.Answers(answer => answer with { Body = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(answer.Text)] })),
        new("byte-order-marks", "Every body begins with a byte order mark.",
            WireLayer.Answers(answer => answer with { Body = [.. Encoding.UTF8.Preamble, .. answer.Body] })),
        new("duplicate-keys", "Every object has its first member twice, the first time with another value.",
            WireLayer.Answers(answer => answer.With(FirstMember().Replace(answer.Text, "{$1: 7, $1:")))),
        new("long-numbers", "Every number has a thousand digits, and there is one more of them.",
            WireLayer.Answers(answer => answer.With(
                FirstBrace().Replace(Numbers().Replace(answer.Text, $"${{1}}{LongNumber}"), $"{{\"expires_in_ms\": {LongNumber}, ")))),
        new("not-a-number", "A number is NaN.",
            WireLayer.Answers(answer => answer.With(FirstBrace().Replace(answer.Text, "{\"n\": NaN, ")))),
        new("half-bodies", "Every body ends in its middle, with a length that fits.",
            WireLayer.Answers(answer => answer with { Body = answer.Body[..(answer.Body.Length / 2)] })),
        new("deep-bodies", "Every body is nested a hundred thousand deep.",
            WireLayer.Answers(answer => answer.With(new string('[', Nesting) + new string(']', Nesting)))),
        new("deep-members", "A member of every body is nested a hundred thousand deep.",
            WireLayer.Answers(answer => answer.With(FirstBrace().Replace(
                answer.Text, $"{{\"deep\": {new string('[', Nesting)}{new string(']', Nesting)}, ")))),
        new("large-errors", "Ten megabytes of text stand in the error of every 4xx.", LargeErrors()) { IsLarge = true, Filters = Few },
        new("gzip-bombs", "Every body is a bomb in gzip, and says so.", GzipBombs()) { IsLarge = true, Filters = Few },
    ];

    private static string LongNumber { get; } = new('9', Digits);

    private static HostileServer NullIn(string member) => new(
        $"null-{member.Replace('_', '-')}", $"The member {member} is null wherever it stands.",
        WireLayer.Answers(answer => answer.Changed(body => ReplaceNamed(body, member))))
    {
        InProbes = HostileEnds.Bad | HostileEnds.Conforming,
        InScenarios = HostileEnds.Red | HostileEnds.Conforming,
    };

    private static void ReplaceNamed(JsonObject body, string member)
    {
        foreach (var (name, value) in body.ToList())
        {
            if (name == member)
                body[name] = null;
            else if (value is JsonObject inner)
                ReplaceNamed(inner, member);
        }
    }

    private static void ReplaceTexts(JsonObject body, Func<string, JsonNode?> change) =>
        Replace(body, value => value is JsonValue text && text.TryGetValue<string>(out var known) ? change(known) : value.DeepClone());

    private static void Replace(JsonObject body, Func<JsonNode, JsonNode?> change)
    {
        foreach (var (name, value) in body.ToList())
        {
            if (value is JsonObject inner)
                Replace(inner, change);
            else if (value is not null)
                body[name] = change(value);
        }
    }

    private static byte[] WithBytes(string text) =>
        [.. Encoding.UTF8.GetBytes(text).SelectMany(one => one == 1 ? NotUtf8 : [one])];

    private static WireLayer LargeErrors()
    {
        // Put together by hand, once: writing it anew for each answer would cost more than reading it.
        byte[] first = [.. "{\"error\":\""u8, .. Enumerable.Repeat((byte)'x', 10 * Megabyte), .. "\","u8];
        return WireLayer.Answers(answer =>
        {
            if (answer.Status is < 400 or >= 500 || answer.Json is not { Count: > 0 } body)
                return answer;
            body.Remove("error");
            return answer with { Body = [.. first, .. Encoding.UTF8.GetBytes(body.ToJsonString())[1..]] };
        });
    }

    private static WireLayer GzipBombs()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var spaces = Encoding.ASCII.GetBytes(new string(' ', Megabyte));
            for (var written = 0; written < 1_000; written++)
                gzip.Write(spaces);
        }

        var bomb = packed.ToArray();
        return WireLayer.Answers(answer => (answer with { Body = bomb }).WithHeader("Content-Encoding", "gzip"));
    }

    [GeneratedRegex("""(:\s*)"(?:[^"\\]|\\.)*"(?=\s*[,}])""")]
    private static partial Regex Texts();

    [GeneratedRegex("""(:\s*)-?\d+(?=\s*[,}])""")]
    private static partial Regex Numbers();

    [GeneratedRegex("""\{(?=\s*")""")]
    private static partial Regex FirstBrace();

    [GeneratedRegex("""\{\s*("(?:[^"\\]|\\.)*")\s*:""")]
    private static partial Regex FirstMember();
}
