using System.Text;
using System.Text.Json.Nodes;
using Conformance.Companions.Identity;
using Conformance.Matrix.ThreePids;
using FluentAssertions;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>The identity server validates addresses, binds and unbinds them, and remembers who asked.</summary>
public sealed class IdentityServerTests(CompanionsFixture companions) : IClassFixture<CompanionsFixture>
{
    private const string V1 = "/_matrix/identity/api/v1";
    private const string V2 = "/_matrix/identity/v2";

    [Fact]
    public async Task A_homeserver_may_have_numbers_validated_by_version_1()
    {
        var request = """{"client_secret":"secret-1","country":"FR","phone_number":"01 99 00 12 34","send_attempt":1}""";
        var (_, answer) = await PostAsync($"{V1}/validate/msisdn/requestToken", request);
        var sid = (string)answer["sid"]!;
        var query = $"?sid={sid}&client_secret=secret-1";
        (await GetAsync($"{V1}/3pid/getValidated3pid{query}")).Should().Be((400, "M_SESSION_NOT_VALIDATED"));
        (await GetAsync($"{V1}/3pid/getValidated3pid?sid={sid}&client_secret=other")).Should().Be((404, "M_NO_VALID_SESSION"));
        var texts = companions.Servers.Set.TextMessages!;
        var text = (await texts.AwaitAsync("33199001234", 0, TimeSpan.FromSeconds(10), default))!;
        text.Text.Should().Be($"Your code is {text.Token}.");
        (await PostAsync($"{V1}/validate/msisdn/requestToken", request)).Body["sid"]!.ToString()
            .Should().Be(sid, "the attempt is the same");
        texts.Count("33199001234").Should().Be(1);
        (await PostAsync($"{V1}/validate/msisdn/requestToken",
            request.Replace(":1}", ":2}", StringComparison.Ordinal))).Body["sid"]!.ToString().Should().Be(sid);
        texts.Count("33199001234").Should().Be(2);
        (await PostAsync($"{V1}/validate/msisdn/submitToken",
            $$"""{"sid":"{{sid}}","client_secret":"secret-1","token":"wrong"}""")).Body["errcode"]!.ToString()
            .Should().Be("M_TOKEN_INCORRECT");
        (await PostAsync(
            $"{V1}/validate/msisdn/submitToken",
            $$"""{"sid":"{{sid}}","client_secret":"secret-1","token":"{{text.Token}}"}""")).Body["success"]!.GetValue<bool>()
                .Should().BeTrue();
        var validated = JsonNode.Parse(await companions.Http.GetStringAsync(companions.Url($"{V1}/3pid/getValidated3pid{query}")))!;
        (validated["medium"]!.ToString(), validated["address"]!.ToString()).Should().Be(("msisdn", "33199001234"));
        validated["validated_at"]!.GetValue<long>().Should().BeCloseTo(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), 60_000);
    }

    [Fact]
    public async Task Binding_needs_a_token_and_unbinding_a_signature_or_the_session()
    {
        var identity = companions.Servers.Set.IdentityServer!;
        identity.Name.Should().Be($"127.0.0.1:{companions.Servers.HttpUrl.Port}");
        var session = identity.Validate(ThreePid.Parse("bind@example.org"));
        var bind = $$"""{"sid":"{{session.Id}}","client_secret":"{{session.ClientSecret}}","mxid":"@alice:hs.example.org"}""";
        (await PostAsync($"{V2}/3pid/bind", bind)).Status.Should().Be(401);
        var token = identity.IssueAccessToken("@alice:hs.example.org");
        var association = (await PostAsync($"{V2}/3pid/bind", bind, $"Bearer {token}")).Body.AsObject();
        association["mxid"]!.ToString().Should().Be("@alice:hs.example.org");
        var key = JsonNode.Parse(await companions.Http.GetStringAsync(companions.Url($"{V2}/pubkey/ed25519:0")))!["public_key"]!.ToString();
        JsonNode.Parse(
            await companions.Http.GetStringAsync(
                companions.Url($"{V2}/pubkey/isvalid?public_key={Uri.EscapeDataString(key)}")))!["valid"]!.GetValue<bool>()
                    .Should().BeTrue();
        var proof = association["signatures"]![identity.Name]!["ed25519:0"]!.ToString();
        var signed = Encoding.UTF8.GetBytes(
            $$"""{"address":"bind@example.org","medium":"email","mxid":"@alice:hs.example.org","not_after":{{association["not_after"]}},"not_before":{{association["not_before"]}},"ts":{{association["ts"]}}}""");
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(Convert.FromBase64String($"{key}=")));
        verifier.BlockUpdate(signed, 0, signed.Length);
        verifier.VerifySignature(Convert.FromBase64String($"{proof}==")).Should().BeTrue();
        identity.Bindings.Should().ContainSingle(bound => bound.Address == "bind@example.org" && bound.UserId == "@alice:hs.example.org");
        var seen = await identity.AwaitAsync(call => call.Path.EndsWith("/3pid/bind", StringComparison.Ordinal) && call.Status == 200
            && call.Member("sid") == session.Id, TimeSpan.FromSeconds(10), default);
        seen!.UserId.Should().Be("@alice:hs.example.org");

        const string unbind = """{"mxid":"@alice:hs.example.org","threepid":{"medium":"email","address":"bind@example.org"}}""";
        var signature = Convert.ToBase64String(new byte[64]).TrimEnd('=');
        (await PostAsync($"{V2}/3pid/unbind", unbind)).Status.Should().Be(403);
        (await PostAsync($"{V2}/3pid/unbind", unbind,
            $"X-Matrix origin=evil.example.org,key=\"ed25519:1\",sig=\"{signature}\"")).Status.Should().Be(403, "another server signed");
        (await PostAsync($"{V2}/3pid/unbind", unbind,
            $"X-Matrix origin=\"hs.example.org\",destination=\"x\",key=\"ed25519:1\",sig=\"{signature}\"")).Status.Should().Be(200);
        identity.Bindings.Should().NotContain(bound => bound.Address == "bind@example.org");
        identity.Calls[^1].Signature!.KeyId.Should().Be("ed25519:1");
        await PostAsync($"{V2}/3pid/bind", bind, $"Bearer {token}");
        var proven = $$"""{"mxid":"@alice:hs.example.org","threepid":{"medium":"email","address":"bind@example.org"},"sid":"{{session.Id}}","client_secret":"{{session.ClientSecret}}"}""";
        (await PostAsync($"{V2}/3pid/unbind", proven)).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_binding_can_be_made_to_fail()
    {
        var identity = companions.Servers.Set.IdentityServer!;
        var session = identity.Validate(ThreePid.Parse("refused@example.org"));
        identity.RefuseBinding("refused@example.org", 403, "M_EXAMPLE");
        var (status, body) = await PostAsync(
            $"{V2}/3pid/bind", $$"""{"sid":"{{session.Id}}","client_secret":"{{session.ClientSecret}}","mxid":"@a:b"}""",
                $"Bearer {identity.IssueAccessToken("@a:b")}");
        (status, body["errcode"]!.ToString()).Should().Be((403, "M_EXAMPLE"));
    }

    [Fact]
    public async Task Mail_is_validated_by_its_link()
    {
        var identity = companions.Servers.Set.IdentityServer!;
        var authorization = $"Bearer {identity.IssueAccessToken("@a:b")}";
        var (_, answer) = await PostAsync(
            $"{V2}/validate/email/requestToken", """{"client_secret":"s","email":"Link@Example.org","send_attempt":1}""", authorization);
        var mail = (await companions.Servers.Set.Mailbox!.AwaitAsync("link@example.org", 0, TimeSpan.FromSeconds(10), default))!;
        (await companions.Http.GetStringAsync(mail.Links.Single())).Should().Contain("The address is confirmed.");
        (await PostAsync($"{V2}/3pid/bind", $$"""{"sid":"{{answer["sid"]}}","client_secret":"s","mxid":"@a:b"}""",
            authorization)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("GB", "07700900011", "447700900011")]
    [InlineData("GB", "+44 7700 900011", "447700900011")]
    [InlineData("GB", "0044-7700-900011", "447700900011")]
    [InlineData("FR", "33199001234", "33199001234")]
    [InlineData("fr", "0199001234", "33199001234")]
    [InlineData("US", "(212) 555-0123", "12125550123")]
    [InlineData("US", "12125550123", "12125550123")]
    [InlineData("IT", "06 1234567", "39061234567")]
    [InlineData("ZZ", "0123456", null)]
    [InlineData(null, "+33199001234", "33199001234")]
    [InlineData("GB", "abc", null)]
    [InlineData("GB", "1", null)]
    [InlineData("GB", "", null)]
    public void Numbers_are_brought_into_international_form(string? country, string number, string? canonical) =>
        PhoneNumber.Canonical(country, number).Should().Be(canonical);

    private async Task<(int Status, JsonNode Body)> PostAsync(string path, string json, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            companions.Url(path))
        { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await companions.Http.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private async Task<(int Status, string? ErrorCode)> GetAsync(string path)
    {
        using var answer = await companions.Http.GetAsync(companions.Url(path));
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errcode"]?.ToString());
    }
}
