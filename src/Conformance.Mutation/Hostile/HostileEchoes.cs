using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Mutation.Wire;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.Mutation.Hostile;

/// <summary>Servers whose answers are aimed at the reader of the report: repeated secrets, escapes, markup, shell code.</summary>
internal static class HostileEchoes
{
    private const string Marker = "conformance-was-run";

    /// <summary>Every server of this kind.</summary>
    public static IReadOnlyList<HostileServer> All { get; } =
    [
        Echo("raw", "as it is", token => token),
        Echo("base64", "in base64", token => Convert.ToBase64String(Encoding.UTF8.GetBytes(token))),
        Echo("percent", "percent-encoded", token => string.Concat(token.Select(character => $"%{(int)character:X2}"))),
        Echo("escaped", "in escapes of JSON", token => string.Concat(token.Select(character => $"\\u{(int)character:x4}"))),
        new("token-in-a-header", "Each answer repeats the access token in a header.",
            WireLayer.Answers((answer, request) => Token(request) is { } token
                ? Broken(answer).WithHeader("X-Token", token).WithHeader("Location", $"http://localhost/{token}") : answer)),
        Texts("terminal-escapes", "Every error has escapes of terminals.", "\u001b[31mred\u001b]0;title\u0007\u009b2J\r\u202e"),
        Texts("markup", "Every error has markup.", "</failure><script>alert(1)</script>]]><!-- & -->"),
        Texts("characters-beyond-xml", "Every error has characters that XML cannot hold.", "\0\u0001\u000b\ufffe\uffff"),
        Ids("shell-code-substitution", $"$(touch {Marker})"),
        Ids("shell-code-backticks", $"`touch {Marker}`"),
        Ids("shell-code-quotes", $"';touch {Marker};'\";touch {Marker};\""),
        Ids("shell-code-newline", $"x\ntouch {Marker}\n"),
    ];

    // The scenario is red for another reason, so that the report shows the answer.
    private static WireAnswer Broken(WireAnswer answer) => answer.Changed(body => body["errcode"] = 5);

    private static HostileServer Echo(string name, string how, Func<string, string> write) => new(
        $"token-echoed-{name}",
        $"Each error repeats the access token {how}.",
        WireLayer.Answers((answer, request) => Token(request) is { } token && answer.Json is { } body
            ? answer.With(JsonText(body, write(token))) : answer));

    // The text may have escapes, which must reach the wire unchanged.
    private static string JsonText(JsonObject body, string text)
    {
        const string Place = "the-place-of-the-token";
        (body["errcode"], body["error"]) = (5, Place);
        return body.ToJsonString().Replace(Place, text, StringComparison.Ordinal);
    }

    private static HostileServer Texts(string name, string description, string text) => new(
        name, description, WireLayer.Answers(answer => Broken(answer.Changed(body => body["error"] = text))));

    // Every answer about a device is a violation, so that the requests are shown, with the id in the path or in the body.
    private static HostileServer Ids(string name, string id) => new(
        name,
        $"The id of each new device is {JsonSerializer.Serialize(id)}.",
        WireLayer.Answers("getDevice getDevices updateDevice deleteDevice deleteDevices", answer => answer with { Status = 418 }))
    {
        Server = new Variant(Rule<DeviceRules>(rules => rules with { NewId = () => id + OpaqueTokens.CreateName(10) })),
        InProbes = HostileEnds.None,
        InScenarios = HostileEnds.Violations,
        Filters = ["features/devices/"],
    };

    private static string? Token(WireRequest request) => request.Header("Authorization")?.Split(' ')[^1];
}
