using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests.ThirdParty;

public sealed class BindingTests
{
    private const string Address = "alice@example.org";
    private const string UnbindPath = "/_matrix/identity/v2/3pid/unbind";
    private static readonly object Email = new { medium = "email", address = Address };

    [Fact]
    public async Task A_binding_is_passed_to_the_identity_server_and_adds_nothing()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();

        var bound = await BindAsync(server, alice);

        bound.Text.Should().Be("{}");
        var request = server.Identity.Requests.Single(request => request.Path == "/_matrix/identity/v2/3pid/bind");
        request.Header("Authorization").Should().Be("Bearer identity-token");
        JsonNode.Parse(request.Text)!.ToJsonString().Should().Be($$"""{"sid":"sid0","client_secret":"s","mxid":"{{alice.UserId}}"}""");
        (await server.IdentifiersAsync(alice)).Should().BeEmpty();
    }

    [Fact]
    public async Task Errors_of_the_identity_server_are_passed_on()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        server.Identity.Bind = FakeAnswer.Json(403, """{"errcode": "M_TERMS_NOT_SIGNED", "error": "Sign."}""");

        var refused = await BindAsync(server, alice);

        refused.Outcome.Should().Be("403 M_TERMS_NOT_SIGNED");
        refused["error"].Should().Be("Sign.");
    }

    [Fact]
    public async Task A_stranger_is_not_trusted_and_not_called()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        var session = new { sid = "s", client_secret = "s", id_access_token = "t", id_server = "evil.example" };

        (await server.Server.CallAsync("bind3PID", session, alice.Token)).Outcome.Should().Be("400 M_SERVER_NOT_TRUSTED");
        (await server.Server.CallAsync(
            "unbind3pidFromAccount", new { medium = "email", address = Address, id_server = "evil.example" }, alice.Token))
            .Text.Should().Be("""{"id_server_unbind_result":"no-support"}""");
        server.Identity.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("unbind3pidFromAccount")]
    [InlineData("delete3pidFromAccount")]
    public async Task An_identifier_is_unbound_where_it_was_bound_by_a_signed_request(string operationId)
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await BindAsync(server, alice);

        var unbound = await server.Server.CallAsync(operationId, Email, alice.Token);
        var again = await server.Server.CallAsync(operationId, Email, alice.Token);

        unbound.Text.Should().Be("""{"id_server_unbind_result":"success"}""");
        again.Text.Should().Be("""{"id_server_unbind_result":"no-support"}""");
        var request = server.Identity.Requests.Single(request => request.Path == UnbindPath);
        await ShouldBeSignedAsync(server, request);
        JsonNode.Parse(request.Text)!.ToJsonString().Should().Be(
            $$$"""{"mxid":"{{{alice.UserId}}}","threepid":{"medium":"email","address":"{{{Address}}}"}}""");
    }

    [Fact]
    public async Task Unbinding_leaves_the_identifier_on_the_account()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Address);
        await BindAsync(server, alice);

        await server.Server.CallAsync("unbind3pidFromAccount", Email, alice.Token);

        (await server.IdentifiersAsync(alice)).Should().Equal($"email {Address}");
    }

    [Fact]
    public async Task An_identity_server_may_refuse_to_unbind()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await BindAsync(server, alice);
        server.Identity.Unbind = new FakeAnswer(404, [], ("Content-Type", "text/plain"));

        (await server.Server.CallAsync("unbind3pidFromAccount", Email, alice.Token)).Text.Should().Be(
            """{"id_server_unbind_result":"no-support"}""");
        server.Identity.Unbind = FakeAnswer.Json(403, """{"errcode": "M_FORBIDDEN", "error": "No."}""");
        (await server.Server.CallAsync("unbind3pidFromAccount", Email, alice.Token)).Outcome.Should().Be("403 M_FORBIDDEN");
        (await server.Server.CallAsync("delete3pidFromAccount", Email, alice.Token)).Text.Should().Be(
            """{"id_server_unbind_result":"no-support"}""");
        (await server.Server.AuthenticateAsync("deactivateAccount", null, alice)).Text.Should().Be(
            """{"id_server_unbind_result":"no-support"}""");
    }

    [Fact]
    public async Task Deactivation_unbinds_what_was_bound()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await BindAsync(server, alice);

        var answer = await server.Server.AuthenticateAsync("deactivateAccount", null, alice);

        answer.Text.Should().Be("""{"id_server_unbind_result":"success"}""");
        server.Identity.Requests.Should().ContainSingle(request => request.Path == UnbindPath);
    }

    [Fact]
    public async Task Deactivation_unbinds_everything_at_the_server_that_is_named()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Address);

        var answer = await server.Server.AuthenticateAsync("deactivateAccount", new() { ["id_server"] = server.Identity.Name }, alice);

        answer.Text.Should().Be("""{"id_server_unbind_result":"success"}""");
        server.Identity.Requests.Where(request => request.Path == UnbindPath).Should().ContainSingle().Which.Text.Should().Contain(Address);
    }

    [Fact]
    public async Task What_an_identity_server_has_validated_is_added_by_the_deprecated_operation()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();

        (await AddAsync(server, alice, isValidated: true)).Text.Should().Be("{}");
        (await server.IdentifiersAsync(alice)).Should().Equal($"email {Address}");
        (await AddAsync(server, alice, isValidated: false)).Outcome.Should().Be("403 M_THREEPID_AUTH_FAILED");
        (await AddAsync(server, await server.Server.RegisterAsync(), isValidated: true)).Outcome.Should().Be("400 M_THREEPID_IN_USE");
        (await server.Server.CallAsync("post3PIDs", new { }, alice.Token)).Outcome.Should().Be("400 M_MISSING_PARAM");
    }

    [Fact]
    public async Task An_identity_server_that_is_away_is_said_to_be()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        server.Identity.IsAway = true;

        (await BindAsync(server, alice, "sid0"))["error"].Should().Be("The identity server does not answer.");
    }

    private static Task<Answer> BindAsync(MessagingHomeserver server, TestUser user, string? sid = null) => server.Server.CallAsync(
        "bind3PID",
        new
        {
            sid = sid ?? server.Identity.Begin("email", Address, isValidated: true),
            client_secret = "s",
            id_access_token = "identity-token",
            id_server = server.Identity.Name,
        },
        user.Token);

    private static Task<Answer> AddAsync(MessagingHomeserver server, TestUser user, bool isValidated) => server.Server.CallAsync(
        "post3PIDs",
        new
        {
            three_pid_creds = new
            {
                sid = server.Identity.Begin("email", Address, isValidated),
                client_secret = "s",
                id_access_token = "identity-token",
                id_server = server.Identity.Name,
            },
        },
        user.Token);

    private static async Task ShouldBeSignedAsync(MessagingHomeserver server, FakeRequest request)
    {
        var keys = (await server.Server.SendAsync("GET", "/_matrix/key/v2/server")).Json;
        var key = keys.GetProperty("verify_keys").EnumerateObject().Single();
        KeysAreSigned(keys, key).Should().BeTrue();
        var header = Regex.Match(request.Header("Authorization")!,
            """^X-Matrix origin="(?<origin>[^"]+)",destination="(?<destination>[^"]+)",key="(?<key>[^"]+)",sig="(?<sig>[^"]+)"$""");
        header.Groups["origin"].Value.Should().Be("localhost");
        header.Groups["destination"].Value.Should().Be(server.Identity.Name);
        header.Groups["key"].Value.Should().Be(key.Name);
        var signed = $$"""{"content":{{Canonical(request.Text)}},"destination":"{{server.Identity.Name}}","method":"POST","origin":"localhost","uri":"{{UnbindPath}}"}""";
        Verify(key.Value.GetProperty("key").GetString()!, signed, header.Groups["sig"].Value).Should().BeTrue();
    }

    private static bool KeysAreSigned(JsonElement keys, JsonProperty key) => Verify(
        key.Value.GetProperty("key").GetString()!,
        Conformance.ReferenceServer.Json.CanonicalJson.Write(keys, "signatures"),
        keys.GetProperty("signatures").GetProperty("localhost").GetProperty(key.Name).GetString()!);

    private static string Canonical(string json) =>
        Conformance.ReferenceServer.Json.CanonicalJson.Write(JsonDocument.Parse(json).RootElement);

    private static bool Verify(string key, string message, string signature) =>
        Ed25519.Verify(Convert.FromBase64String(key + "="), Encoding.UTF8.GetBytes(message), Convert.FromBase64String(signature + "=="));
}
