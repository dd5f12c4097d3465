using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Companions.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Conformance.Companions.Sso;

/// <summary>An OpenID Connect provider with the authorization code flow: discovery, login form, token (with PKCE), userinfo, keys
/// (RS256).</summary>
/// <param name="people">Who can log in.</param>
internal sealed class OpenIdProvider(SsoProvider people) : IWebCompanion, IDisposable
{
    private const string Root = "/oidc";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));
    private readonly ConcurrentDictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>The issuer, without a slash at its end.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The client id of the homeserver.</summary>
    public const string ClientId = "homeserver";

    /// <summary>The secret of the homeserver.</summary>
    public required string ClientSecret { get; init; }

    /// <inheritdoc/>
    public WebAnswer? Answer(WebCall call) => (call.Method, call.Path) switch
    {
        ("GET", $"{Root}/.well-known/openid-configuration") => WebAnswer.Json(200, Discovery()),
        ("GET", $"{Root}/jwks") => WebAnswer.Json(200, Keys()),
        ("GET" or "POST", $"{Root}/authorize") => Authorize(call),
        ("POST", $"{Root}/token") => Token(call),
        ("GET" or "POST", $"{Root}/userinfo") => UserInfo(call),
        _ => null,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }

    private JsonObject Discovery() => new()
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Issuer}/authorize",
        ["token_endpoint"] = $"{Issuer}/token",
        ["userinfo_endpoint"] = $"{Issuer}/userinfo",
        ["jwks_uri"] = $"{Issuer}/jwks",
        ["response_types_supported"] = new JsonArray("code"),
        ["grant_types_supported"] = new JsonArray("authorization_code"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["scopes_supported"] = new JsonArray("openid", "profile"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post"),
        ["code_challenge_methods_supported"] = new JsonArray("S256"),
        ["claims_supported"] = new JsonArray("sub", "preferred_username", "name"),
    };

    private JsonObject Keys()
    {
        var key = _key.Value.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = "1",
                ["n"] = WebEncoders.Base64UrlEncode(key.Modulus!),
                ["e"] = WebEncoders.Base64UrlEncode(key.Exponent!),
            }),
        };
    }

    private WebAnswer Authorize(WebCall call)
    {
        if (call.Query("client_id") != ClientId || call.Query("redirect_uri") is not { } redirect
            || !Uri.IsWellFormedUriString(redirect, UriKind.Absolute))
            return WebAnswer.Html(400, "Bad request", "<h1>The client or its redirect_uri is not known</h1>");
        if (call.Query("response_type") != "code" || call.Query("code_challenge_method") is not (null or "S256"))
            return Back(redirect, call, ("error", "unsupported_response_type"));
        if (call.Method == "GET")
            return people.Form(null);
        if (call.Field(people.NameField) is not { } userName || !people.Knows(userName))
            return people.Form("Nobody of that name is known here.");
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _codes[code] = new Grant(userName, redirect, call.Query("nonce"), call.Query("code_challenge"));
        return Back(redirect, call, ("code", code));
    }

    private static WebAnswer Back(string redirect, WebCall call, (string Name, string Value) parameter)
    {
        var back = QueryHelpers.AddQueryString(redirect, parameter.Name, parameter.Value);
        return WebAnswer.Redirect(call.Query("state") is { } state ? QueryHelpers.AddQueryString(back, "state", state) : back);
    }

    private WebAnswer Token(WebCall call)
    {
        if (!IsClient(call))
            return Refuse(401, "invalid_client");
        if (call.Field("grant_type") != "authorization_code")
            return Refuse(400, "unsupported_grant_type");
        if (call.Field("code") is not { } code || !_codes.TryRemove(code, out var grant) || grant.RedirectUri != call.Field("redirect_uri")
            || !Proves(grant.Challenge, call.Field("code_verifier")))
            return Refuse(400, "invalid_grant");
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _tokens[token] = grant.UserName;
        return WebAnswer.Json(200, new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)Lifetime.TotalSeconds,
            ["id_token"] = IdToken(grant),
        });
    }

    private WebAnswer UserInfo(WebCall call) =>
        call.BearerToken is { } token && _tokens.TryGetValue(token, out var userName)
            ? WebAnswer.Json(200, Claims(userName))
            : Refuse(401, "invalid_token");

    private static JsonObject Claims(string userName) =>
        new() { ["sub"] = userName, ["preferred_username"] = userName, ["name"] = userName };

    private string IdToken(Grant grant)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = Claims(grant.UserName);
        claims["iss"] = Issuer;
        claims["aud"] = ClientId;
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + Lifetime).ToUnixTimeSeconds();
        if (grant.Nonce is not null)
            claims["nonce"] = grant.Nonce;
        var content = $"{Encode(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "1" })}.{Encode(claims)}";
        var signature = _key.Value.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{WebEncoders.Base64UrlEncode(signature)}";

        static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));
    }

    private bool IsClient(WebCall call)
    {
        if (call.Header("Authorization") is not { } header || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return call.Field("client_id") == ClientId && call.Field("client_secret") == ClientSecret;
        var bytes = new byte[header.Length];
        return Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length) == $"{ClientId}:{ClientSecret}";
    }

    private static bool Proves(string? challenge, string? verifier) =>
        challenge is null
            || (verifier is not null && WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge);

    private static WebAnswer Refuse(int status, string error) => WebAnswer.Json(status, new JsonObject { ["error"] = error });

    private sealed record Grant(string UserName, string RedirectUri, string? Nonce, string? Challenge);
}
