using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Testing.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace Conformance.ReferenceServer.Tests.ThirdParty;

/// <summary>An identity server which has every session at hand, and whose text messages all have the token 123456.</summary>
internal sealed class FakeIdentityServer : IAsyncDisposable
{
    public const string Token = "123456";
    private readonly ConcurrentDictionary<string, (string Medium, string Address, bool IsValidated)> _sessions = new();
    private readonly FakeServer _server;

    public FakeIdentityServer() => _server = FakeServer.Start(Answer);

    public Uri Url => _server.BaseUrl;

    /// <summary>Its name as clients give it.</summary>
    public string Name => Url.Authority;

    public IReadOnlyList<FakeRequest> Requests => _server.Requests;

    /// <summary>What it answers to attempts to unbind; 200 by default.</summary>
    public FakeAnswer Unbind { get; set; } = FakeAnswer.Json(200, "{}");

    /// <summary>Whether it breaks connections off.</summary>
    public bool IsAway { get; set; }

    /// <summary>What it answers to attempts to bind; null lets them succeed.</summary>
    public FakeAnswer? Bind { get; set; }

    /// <summary>Begins a session.</summary>
    public string Begin(string medium, string address, bool isValidated)
    {
        var sid = $"sid{_sessions.Count}";
        _sessions[sid] = (medium, address, isValidated);
        return sid;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private FakeAnswer Answer(FakeRequest request) => request.Path switch
    {
        _ when IsAway => FakeAnswer.Json(200, "{}") with { CutAfter = 0 },
        "/_matrix/identity/api/v1/validate/msisdn/requestToken" =>
            FakeAnswer.Json(
                200, $$"""{"sid": "{{Begin("msisdn", "44" + Member(request, "phone_number").TrimStart('0'), isValidated: false)}}"}"""),
        "/_matrix/identity/api/v1/validate/msisdn/submitToken" => Submit(request),
        "/_matrix/identity/api/v1/3pid/getValidated3pid" or "/_matrix/identity/v2/3pid/getValidated3pid" => Validated(request),
        "/_matrix/identity/v2/3pid/bind" => Bind ?? FakeAnswer.Json(200, "{}"),
        "/_matrix/identity/v2/3pid/unbind" => Unbind,
        _ => FakeAnswer.Json(404, """{"errcode": "M_UNRECOGNIZED", "error": "No."}"""),
    };

    private FakeAnswer Submit(FakeRequest request)
    {
        var sid = Member(request, "sid");
        if (!_sessions.TryGetValue(sid, out var session))
            return FakeAnswer.Json(404, """{"errcode": "M_NO_VALID_SESSION", "error": "No."}""");
        var isRight = Member(request, "token") == Token;
        if (isRight)
            _sessions[sid] = session with { IsValidated = true };
        return FakeAnswer.Json(200, JsonSerializer.Serialize(new { success = isRight }));
    }

    private FakeAnswer Validated(FakeRequest request)
    {
        var query = QueryHelpers.ParseQuery(request.Target[request.Target.IndexOf('?')..]);
        return _sessions.TryGetValue(query["sid"].ToString(), out var session) && session.IsValidated
            ? FakeAnswer.Json(
                200, JsonSerializer.Serialize(new { medium = session.Medium, address = session.Address, validated_at = 1535176800000 }))
            : FakeAnswer.Json(400, """{"errcode": "M_SESSION_NOT_VALIDATED", "error": "No."}""");
    }

    private static string Member(FakeRequest request, string name) =>
        JsonDocument.Parse(request.Text).RootElement.GetProperty(name).GetString()!;
}
