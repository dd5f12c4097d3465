using System.Text.Json.Nodes;
using Conformance.Matrix.Companions;
using FluentAssertions;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>What the identity server answers, held against the Identity Service API: what it does wrong, homeservers pass on.</summary>
public sealed class IdentityApiTests(CompanionsFixture companions) : IClassFixture<CompanionsFixture>
{
    // Endpoints that homeservers do not use for what is tested so far.
    private static readonly string[] NotImplemented = ["blindlySignStuffV2", "getHashDetails", "lookupUsersV2", "storeInviteV2"];

    // identity-service-api/#authentication and #api-standards.
    private readonly SpecifiedApi _api = new(
        companions,
        "identity",
        (401, "M_UNAUTHORIZED"),
        (400, "M_MISSING_PARAMS"),
        (404, "M_UNRECOGNIZED"));

    private IIdentityServer Identity => companions.Servers.Set.IdentityServer!;

    [Fact]
    public async Task Every_operation_answers_as_documented()
    {
        var token = Identity.IssueAccessToken("@a:example.org");
        var absent = new List<string>();
        foreach (var operation in _api.Operations)
        {
            var sample = SpecifiedApi.Sample(operation);
            await _api.CallAsync(operation.Id, body: sample?.DeepClone());
            await _api.CallAsync(operation.Id, body: operation.Request is null ? null : new JsonObject(), token: token);
            var (outcome, _) = await _api.CallAsync(operation.Id, body: sample, token: operation.Id == "logout" ? "unknown" : token);
            if (outcome == "404 M_UNRECOGNIZED")
                absent.Add(operation.Id);
        }

        absent.Should().BeEquivalentTo(NotImplemented);
    }

    [Fact]
    public async Task Another_method_is_refused_where_the_endpoint_is_there()
    {
        var token = Identity.IssueAccessToken("@a:example.org");
        foreach (var operation in _api.Operations.Where(operation => !NotImplemented.Contains(operation.Id)))
            (await _api.CallByAsync(operation, "PATCH", token)).Should().Be("405 M_UNRECOGNIZED", "{0}", operation);
        foreach (var operation in _api.Operations.Where(operation => NotImplemented.Contains(operation.Id)))
            (await _api.CallByAsync(operation, "PATCH", token)).Should().Be("404 M_UNRECOGNIZED", "{0}", operation);
    }

    [Theory]
    [InlineData("email", "emailRequestTokenV2", "emailSubmitTokenPostV2")]
    [InlineData("msisdn", "msisdnRequestTokenV2", "msisdnSubmitTokenPostV2")]
    public async Task A_token_validates_its_session_and_no_other_does(string medium, string requests, string submits)
    {
        var token = Identity.IssueAccessToken("@a:example.org");
        var (address, message) = medium == "email"
            ? ("submit@example.org", new JsonObject { ["email"] = "submit@example.org" })
            : ("447700900765", new JsonObject { ["country"] = "GB", ["phone_number"] = "07700900765" });
        message["client_secret"] = "secret";
        message["send_attempt"] = 1;
        var (begun, answer) = await _api.CallAsync(requests, body: message, token: token);
        begun.Should().Be("200");
        var sid = answer!["sid"]!.GetValue<string>();
        JsonObject Submission(string client, string code) => new() { ["sid"] = sid, ["client_secret"] = client, ["token"] = code };

        (await _api.CallAsync(submits, body: Submission("secret", "wrong"), token: token)).Outcome.Should().Be("400 M_TOKEN_INCORRECT");
        (await _api.CallAsync(submits, body: Submission("other", "wrong"), token: token)).Outcome.Should().Be("400 M_INVALID_PARAM");
        (await _api.CallAsync(submits, body: new JsonObject { ["sid"] = sid }, token: token)).Outcome.Should().Be("400 M_MISSING_PARAMS");
        (string, string)[] session = [("sid", sid), ("client_secret", "secret")];
        (await _api.CallAsync("getValidated3pidV2", session, token: token)).Outcome.Should().Be("400 M_SESSION_NOT_VALIDATED");
        var bind = new JsonObject { ["sid"] = sid, ["client_secret"] = "secret", ["mxid"] = "@a:example.org" };
        (await _api.CallAsync("bindV2", body: bind.DeepClone(), token: token)).Outcome.Should().Be("400 M_SESSION_NOT_VALIDATED");

        var code = await TokenAsync(medium, address);
        var (submitted, success) = await _api.CallAsync(submits, body: Submission("secret", code), token: token);
        (submitted, success!["success"]!.GetValue<bool>()).Should().Be(("200", true));
        (await _api.CallAsync("getValidated3pidV2", session, token: token)).Body!["address"]!.ToString().Should().Be(address);
        (await _api.CallAsync("bindV2", body: bind, token: token)).Outcome.Should().Be("200");
        var unbind = new JsonObject
        {
            ["sid"] = sid,
            ["client_secret"] = "secret",
            ["mxid"] = "@a:example.org",
            ["threepid"] = new JsonObject { ["medium"] = medium, ["address"] = address },
        };
        (await _api.CallAsync("unbindV2", body: unbind.DeepClone())).Outcome.Should().Be("200");
        (await _api.CallAsync("unbindV2", body: unbind)).Outcome.Should().Be("404 M_NOT_FOUND");
        (await _api.CallAsync("getValidated3pidV2", [("sid", "x"), ("client_secret", "y")], token: token)).Outcome
            .Should().Be("404 M_NO_VALID_SESSION");
    }

    [Theory]
    [InlineData("emailRequestTokenV2", """{"email": "none"}""", "400 M_INVALID_EMAIL")]
    [InlineData("msisdnRequestTokenV2", """{"country": "GB", "phone_number": "none"}""", "400 M_INVALID_ADDRESS")]
    public async Task An_address_that_is_none_is_refused(string operation, string address, string outcome)
    {
        var body = JsonNode.Parse(address)!;
        body["client_secret"] = "secret";
        body["send_attempt"] = 1;
        (await _api.CallAsync(operation, body: body, token: Identity.IssueAccessToken("@a:example.org"))).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Accounts_and_keys()
    {
        var (registered, account) = await _api.CallAsync("registerAccount", body: new JsonObject
        {
            ["access_token"] = "openid",
            ["token_type"] = "Bearer",
            ["matrix_server_name"] = "example.org",
            ["expires_in"] = 3600,
        });
        registered.Should().Be("200");
        var token = account!["token"]!.GetValue<string>();
        (await _api.CallAsync("getAccount", token: token)).Body!["user_id"]!.ToString().Should().EndWith(":example.org");
        using var byQuery = await companions.Http.GetAsync(companions.Url($"/_matrix/identity/v2/account?access_token={token}"));
        ((int)byQuery.StatusCode).Should().Be(200, "identity servers must support both methods");
        (await _api.CallAsync("logout", token: token)).Outcome.Should().Be("200");
        (await _api.CallAsync("getAccount", token: token)).Outcome.Should().Be("401 M_UNAUTHORIZED");

        (await _api.CallAsync("getPubKeyV2", [("keyId", "ed25519:0")])).Outcome.Should().Be("200");
        (await _api.CallAsync("getPubKeyV2", [("keyId", "ed25519:1")])).Outcome.Should().Be("404 M_NOT_FOUND");
        (await _api.CallAsync("isPubKeyValidV2", [("public_key", "x")])).Body!["valid"]!.GetValue<bool>().Should().BeFalse();
    }

    [Theory]
    [InlineData("emailRequestTokenV2", "emailSubmitTokenGetV2", null, "200")]
    [InlineData("emailRequestTokenV2", "emailSubmitTokenGetV2", "https://client.example.org/done", "302")]
    [InlineData("emailRequestTokenV2", "emailSubmitTokenGetV2", "javascript:alert(1)", "200")]
    public async Task A_browser_is_shown_a_page_or_sent_on(string requests, string submits, string? next, string outcome)
    {
        var token = Identity.IssueAccessToken("@a:example.org");
        var address = $"page-{Guid.NewGuid():N}@example.org";
        var message = new JsonObject { ["email"] = address, ["client_secret"] = "secret", ["send_attempt"] = 1 };
        if (next is not null)
            message["next_link"] = next;
        var sid = (await _api.CallAsync(requests, body: message, token: token)).Body!["sid"]!.GetValue<string>();
        var code = await TokenAsync("email", address);

        var refused = await _api.CallAsync(submits, [("sid", sid), ("client_secret", "secret"), ("token", "wrong")]);
        (refused.Outcome, refused.Body).Should().Be(("400", null), "people do not read JSON");
        var confirmed = await _api.CallAsync(submits, [("sid", sid), ("client_secret", "secret"), ("token", code)]);
        (confirmed.Outcome, confirmed.Body).Should().Be((outcome, null));
    }

    [Fact]
    public async Task Version_1_answers_as_its_successor_does()
    {
        using var content = new StringContent("""{"sid":"x","client_secret":"y","token":"z"}""");
        using var answer = await companions.Http.PostAsync(
            companions.Url("/_matrix/identity/api/v1/validate/msisdn/submitToken"), content);
        ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errcode"]!.ToString())
            .Should().Be((400, "M_INVALID_PARAM"));
    }

    private async Task<string> TokenAsync(string medium, string address)
    {
        var deadline = TimeSpan.FromSeconds(10);
        if (medium == "msisdn")
            return (await companions.Servers.Set.TextMessages!.AwaitAsync(address, 0, deadline, default))!.Token;
        var mail = (await companions.Servers.Set.Mailbox!.AwaitAsync(address, 0, deadline, default))!;
        return mail.Links.Single().Query.Split("token=")[1];
    }
}
