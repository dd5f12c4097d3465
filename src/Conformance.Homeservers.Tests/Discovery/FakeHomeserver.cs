using System.Collections.Concurrent;
using Conformance.Testing.Wire;

namespace Conformance.Homeservers.Tests.Discovery;

/// <summary>As much of a homeserver as a survey looks at.</summary>
internal sealed class FakeHomeserver
{
    private const string Prefix = "/_matrix/client/v3/";

    public string Versions { get; init; } = """["v1.1","v1.19"]""";

    /// <summary>Further members of the answer with the versions, with a comma in front.</summary>
    public string Server { get; init; } = "";

    public string LoginFlows { get; init; } = """[{"type":"m.login.password"}]""";

    public FakeAnswer? Login { get; init; }

    public string RegisterFlows { get; init; } = """[{"stages":["m.login.dummy"]}]""";

    public Func<FakeRequest, FakeAnswer>? Register { get; init; }

    public FakeAnswer Registered { get; init; } =
        FakeAnswer.Json(
            200, """{"user_id":"@survey:example.org","device_id":"D","access_token":"token-of-survey","refresh_token":"r-1234567","expires_in_ms":3000}""");

    public FakeAnswer LogIn { get; init; } =
        FakeAnswer.Json(
            200, """{"user_id":"@ready:example.org","device_id":"D","access_token":"token-of-ready","refresh_token":"r-1234567","expires_in_ms":3000}""");

    public FakeAnswer Guest { get; init; } = FakeAnswer.Json(403, """{"errcode":"M_GUEST_ACCESS_FORBIDDEN","error":"no guests"}""");

    public FakeAnswer Capabilities { get; init; } = FakeAnswer.Json(200, """{"capabilities":{"m.get_login_token":{"enabled":true}}}""");

    public FakeAnswer Keys { get; init; } = FakeAnswer.Json(200, """{"device_keys":{}}""");

    public FakeAnswer Metadata { get; init; } = Unknown;

    public FakeAnswer Federation { get; init; } = FakeAnswer.Json(200, """{"server":{"name":"Fake","version":"1.0"}}""");

    /// <summary>The Authorization headers of the sessions that were logged out.</summary>
    public ConcurrentQueue<string?> LoggedOut { get; } = new();

    /// <summary>The Authorization headers of the accounts that were deactivated.</summary>
    public ConcurrentQueue<string?> Deactivated { get; } = new();

    private static FakeAnswer Unknown => FakeAnswer.Json(404, """{"errcode":"M_UNRECOGNIZED","error":"unknown"}""");

    public FakeAnswer Answer(FakeRequest request) => (request.Method, request.Target) switch
    {
        ("GET", "/_matrix/client/versions") => FakeAnswer.Json(200, $$"""{"versions":{{Versions}}{{Server}} }"""),
        ("GET", "/_matrix/federation/v1/version") => Federation,
        ("GET", "/_matrix/client/v1/auth_metadata") => Metadata,
        ("GET", $"{Prefix}login") when Login is not null => Login,
        ("GET", $"{Prefix}login") => FakeAnswer.Json(200, $$"""{"flows":{{LoginFlows}} }"""),
        ("POST", $"{Prefix}login") => LogIn,
        ("POST", $"{Prefix}register?kind=guest") => Guest,
        ("POST", $"{Prefix}register") when Register is not null => Register(request),
        ("POST", $"{Prefix}register") => request.Text.Contains("auth", StringComparison.Ordinal) ? Registered : Challenge(RegisterFlows),
        ("GET", $"{Prefix}capabilities") => Capabilities,
        ("POST", $"{Prefix}keys/query") => Keys,
        ("POST", $"{Prefix}logout") => Noted(LoggedOut, request),
        ("POST", $"{Prefix}account/deactivate") => request.Text.Contains("auth", StringComparison.Ordinal)
            ? Noted(Deactivated, request)
            : Challenge("""[{"stages":["m.login.password"]}]"""),
        _ => Unknown,
    };

    private static FakeAnswer Noted(ConcurrentQueue<string?> notes, FakeRequest request)
    {
        notes.Enqueue(request.Header("Authorization"));
        return FakeAnswer.Json(200, "{}");
    }

    private static FakeAnswer Challenge(string flows) => FakeAnswer.Json(401, $$"""{"session":"s","params":{},"flows":{{flows}} }""");
}
