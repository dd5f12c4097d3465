using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>People log in at the provider; tickets and codes are good once, and for one service.</summary>
public sealed class SsoProviderTests(CompanionsFixture companions) : IClassFixture<CompanionsFixture>
{
    private const string Service = "http://hs.example.org/ticket?redirectUrl=x%26y";

    [Fact]
    public async Task A_ticket_tells_the_service_who_logged_in_once()
    {
        companions.Servers.Set.Sso!.AddPerson("Älice <1>");
        var ticket = await TicketAsync("Älice <1>");
        var wrong = await TicketAsync("Älice <1>");
        (await ValidateAsync("p3/proxyValidate", ticket, Service)).Should().Contain("<cas:user>Älice &lt;1&gt;</cas:user><cas:attributes>");
        (await ValidateAsync("p3/proxyValidate", ticket, Service))
            .Should().Contain(
                "<cas:authenticationFailure code=\"INVALID_TICKET\">The ticket is not known, or was used before.</cas:authenticationFailure>");
        (await ValidateAsync("serviceValidate", wrong, "http://evil.example.org/")).Should().Contain("code=\"INVALID_SERVICE\"");
        (await ValidateAsync("serviceValidate", wrong, Service))
            .Should().Contain("code=\"INVALID_TICKET\"", "an attempt spends the ticket");
        (await ValidateAsync("proxyValidate", await TicketAsync("Älice <1>"), Service))
            .Should().Contain("</cas:user></cas:authenticationSuccess>", "protocol 2 has no attributes");
    }

    [Fact]
    public async Task Who_is_not_known_gets_the_form_again()
    {
        var form = await companions.Http.GetStringAsync(companions.Url($"/cas/login?service={Uri.EscapeDataString(Service)}"));
        form.Should().Contain("<form method=\"post\">").And.Contain("name=\"username\"");
        using var answer = await PostAsync($"/cas/login?service={Uri.EscapeDataString(Service)}", ("username", "nobody"));
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Nobody of that name is known here.");
        (await companions.Http.GetAsync(companions.Url("/cas/login"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task OpenID_Connect_gives_a_signed_token_for_a_code()
    {
        companions.Servers.Set.Sso!.AddPerson("bob");
        var discovery = await JsonAsync("/oidc/.well-known/openid-configuration");
        var issuer = (string)discovery["issuer"]!;
        issuer.Should().Be(companions.Servers.Variables["oidc.issuer"]);
        const string verifier = "a-verifier-of-some-length-0123456789-0123456789";
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        using var login = await PostAsync(
            $"/oidc/authorize?response_type=code&client_id=homeserver&redirect_uri=http%3A%2F%2Fhs.example.org%2Fcb%3Fa%3D1&state=st%26&nonce=n1&code_challenge={challenge}&code_challenge_method=S256", ("username", "bob"));
        var back = QueryHelpers.ParseQuery(login.Headers.Location!.Query);
        back["state"].ToString().Should().Be("st&");
        back["a"].ToString().Should().Be("1");
        var code = back["code"].ToString();
        (await TokenAsync(code, "another-verifier"))["error"]!.ToString().Should().Be("invalid_grant");
        (await TokenAsync(code, verifier))["error"]!.ToString().Should().Be("invalid_grant", "an attempt spends the code");

        using var again = await PostAsync(
            "/oidc/authorize?response_type=code&client_id=homeserver&redirect_uri=http%3A%2F%2Fhs.example.org%2Fcb&nonce=n1",
            ("username", "bob"));
        var tokens =
            await TokenAsync(QueryHelpers.ParseQuery(again.Headers.Location!.Query)["code"].ToString(), null, "http://hs.example.org/cb");
        var parts = ((string)tokens["id_token"]!).Split('.');
        var claims = JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[1]))!;
        (claims["iss"]!.ToString(), claims["sub"]!.ToString(), claims["aud"]!.ToString(), claims["nonce"]!.ToString())
            .Should().Be((issuer, "bob", "homeserver", "n1"));
        var key = (await JsonAsync("/oidc/jwks"))["keys"]![0]!;
        using var rsa = RSA.Create(
            new RSAParameters
            {
                Modulus = WebEncoders.Base64UrlDecode((string)key["n"]!),
                Exponent = WebEncoders.Base64UrlDecode((string)key["e"]!)
            });
        rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1).Should().BeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Get, companions.Url("/oidc/userinfo"))
        {
            Headers =
            { Authorization = new AuthenticationHeaderValue("Bearer", (string)tokens["access_token"]!) }
        };
        using var info = await companions.Http.SendAsync(request);
        JsonNode.Parse(await info.Content.ReadAsStringAsync())!["preferred_username"]!.ToString().Should().Be("bob");
    }

    private async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await companions.Http.GetStringAsync(companions.Url(path)))!;

    private async Task<JsonNode> TokenAsync(string code, string? verifier, string redirect = "http://hs.example.org/cb?a=1")
    {
        using var answer = await PostAsync(
            "/oidc/token",
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("code_verifier", verifier ?? ""),
            ("client_id", companions.Servers.Variables["oidc.client-id"]),
                ("client_secret", companions.Servers.Variables["oidc.client-secret"]));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<string> TicketAsync(string userName)
    {
        using var answer = await PostAsync($"/cas/login?service={Uri.EscapeDataString(Service)}", ("username", userName));
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var location = answer.Headers.Location!.OriginalString;
        location.Should().StartWith($"{Service}&ticket=ST-");
        return location[(location.LastIndexOf('=') + 1)..];
    }

    private Task<string> ValidateAsync(string endpoint, string ticket, string service) =>
        companions.Http.GetStringAsync(companions.Url($"/cas/{endpoint}?ticket={ticket}&service={Uri.EscapeDataString(service)}"));

    private Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        companions.Http.PostAsync(
            companions.Url(path), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
