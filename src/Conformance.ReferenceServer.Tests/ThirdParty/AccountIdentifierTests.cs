using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests.ThirdParty;

public sealed class AccountIdentifierTests
{
    private const string Address = "alice@example.org";
    private const string Number = "07700900001";
    private static readonly object Email = new { type = "m.id.thirdparty", medium = "email", address = Address };

    [Fact]
    public async Task A_validated_identifier_is_added_with_authentication()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        var credentials = MessagingHomeserver.Credentials(await server.ValidateAsync("To3PID", Address));

        var challenge = await server.Server.CallAsync("add3PID", credentials, alice.Token);
        var before = await server.IdentifiersAsync(alice);
        var added = await server.Server.AuthenticateAsync("add3PID", credentials, alice);

        challenge.IsChallenge.Should().BeTrue();
        before.Should().BeEmpty();
        added.Text.Should().Be("{}");
        (await server.AddAsync(alice, Number)).Outcome.Should().Be("200");
        (await server.IdentifiersAsync(alice)).Should().Equal($"email {Address}", "msisdn 447700900001");
    }

    [Fact]
    public async Task A_session_that_was_not_validated_adds_nothing()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        var unvalidated = MessagingHomeserver.Credentials(await server.RequestAsync("To3PID", Address));
        var wrongSecret = MessagingHomeserver.Credentials(await server.ValidateAsync("To3PID", "bob@example.org"), "wrong");

        (await server.Server.AuthenticateAsync("add3PID", unvalidated, alice)).Outcome.Should().Be("400 M_THREEPID_AUTH_FAILED");
        (await server.Server.AuthenticateAsync("add3PID", wrongSecret, alice)).Outcome.Should().Be("400 M_THREEPID_AUTH_FAILED");
        (await server.IdentifiersAsync(alice)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_session_serves_once()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var (alice, bob) = (await server.Server.RegisterAsync(), await server.Server.RegisterAsync());
        var email = MessagingHomeserver.Credentials(await server.ValidateAsync("To3PID", Address));
        var phone = MessagingHomeserver.Credentials(await server.ValidateAsync("To3PID", Number));
        await server.Server.AuthenticateAsync("add3PID", email, alice);
        await server.Server.AuthenticateAsync("add3PID", phone, alice);

        (await server.Server.AuthenticateAsync("add3PID", email, bob)).Outcome.Should().Be("400 M_THREEPID_AUTH_FAILED");
        (await server.Server.AuthenticateAsync("add3PID", phone, bob)).Outcome.Should().Be("400 M_THREEPID_AUTH_FAILED");
    }

    [Fact]
    public async Task An_identifier_is_on_one_account_only()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var (alice, bob) = (await server.Server.RegisterAsync(), await server.Server.RegisterAsync());
        var ofAlice = MessagingHomeserver.Credentials(await server.ValidateAsync("To3PID", Address, "a"), "a");
        await server.AddAsync(bob, Address, "b");

        (await server.Server.AuthenticateAsync("add3PID", ofAlice, alice)).Outcome.Should().Be("400 M_THREEPID_IN_USE");
        (await server.IdentifiersAsync(alice)).Should().BeEmpty();
    }

    [Fact]
    public async Task Identifiers_log_in_however_they_are_typed()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Address);
        await server.AddAsync(alice, Number);

        (await server.LogInAsync(Email, alice.Password)).Should().Be("200");
        (await server.LogInAsync(Email, "wrong")).Should().Be("403 M_FORBIDDEN");
        (await server.LogInAsync(new { type = "m.id.thirdparty", medium = "email", address = "ALICE@EXAMPLE.ORG" }, alice.Password))
            .Should().Be("200");
        (await server.LogInAsync(new { type = "m.id.thirdparty", medium = "email", address = "bob@example.org" }, alice.Password))
            .Should().Be("403 M_FORBIDDEN");
        (await server.LogInAsync(new { type = "m.id.thirdparty", medium = "msisdn", address = "447700900001" }, alice.Password))
            .Should().Be("200");
        (await server.LogInAsync(new { type = "m.id.phone", country = "GB", phone = "07700 900-001" }, alice.Password)).Should().Be("200");
        (await server.LogInAsync(new { type = "m.id.phone", country = "FR", phone = "+44 (0)7700 900001" }, alice.Password))
            .Should().Be("200");
        (await server.LogInAsync(new { type = "m.id.phone", country = "FR", phone = "07700 900001" }, alice.Password))
            .Should().Be("403 M_FORBIDDEN");
        (await server.LogInAsync(new { type = "m.id.phone", country = "GB", phone = "abc" }, alice.Password))
            .Should().Be("403 M_FORBIDDEN");
        (await server.LogInAsync(new { type = "m.id.thirdparty", medium = "pigeon", address = "coo" }, alice.Password))
            .Should().Be("403 M_FORBIDDEN");
        (await server.Server.CallAsync("login",
            new { type = "m.login.password", medium = "email", address = Address, password = alice.Password })).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task The_password_stage_takes_identifiers()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Address);
        var challenge = await server.Server.CallAsync("deleteDevices", """{"devices": []}""", alice.Token);
        JsonObject Body(string address) => new()
        {
            ["devices"] = new JsonArray(),
            ["auth"] = new JsonObject
            {
                ["type"] = "m.login.password",
                ["identifier"] = new JsonObject { ["type"] = "m.id.thirdparty", ["medium"] = "email", ["address"] = address },
                ["password"] = alice.Password,
                ["session"] = challenge["session"],
            },
        };

        (await server.Server.CallAsync("deleteDevices", Body("nobody@example.org"), alice.Token)).Outcome.Should().Be("403 M_FORBIDDEN");
        (await server.Server.CallAsync("deleteDevices", Body(Address), alice.Token)).Outcome.Should().Be("200");
    }

    [Theory]
    [InlineData("m.login.email.identity", Address, "email " + Address)]
    [InlineData("m.login.msisdn", Number, "msisdn 447700900001")]
    public async Task Registration_with_an_identifier_adds_it(string stage, string address, string listed)
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var unvalidated = MessagingHomeserver.Credentials(await server.RequestAsync("ToRegister", address, "early"), "early");
        var early = await server.ProveAsync("register", [], stage, unvalidated);
        var credentials = MessagingHomeserver.Credentials(await server.ValidateAsync("ToRegister", address));
        var body = new JsonObject { ["username"] = "carol", ["password"] = "pw" };

        var registered = await server.ProveAsync("register", body, stage, credentials);
        var again = await server.ProveAsync("register", [], stage, credentials);

        early.Outcome.Should().Be("401 M_THREEPID_AUTH_FAILED");
        early.Completed.Should().BeEmpty();
        registered["user_id"].Should().Be("@carol:localhost");
        (await server.IdentifiersAsync(new TestUser("@carol:localhost", "pw", "", registered["access_token"]!, null)))
            .Should().Equal(listed);
        again.Outcome.Should().Be("401 M_THREEPID_AUTH_FAILED");
    }

    [Theory]
    [InlineData("m.login.email.identity", Address)]
    [InlineData("m.login.msisdn", Number)]
    public async Task A_forgotten_password_is_reset_by_an_identifier_of_the_account(string stage, string address)
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, address, "add");
        var body = new JsonObject { ["new_password"] = "new" };
        var unvalidated = MessagingHomeserver.Credentials(await server.RequestAsync("ToResetPassword", address, "early"), "early");
        var early = await server.ProveAsync("changePassword", body, stage, unvalidated);
        var credentials = MessagingHomeserver.Credentials(await server.ValidateAsync("ToResetPassword", address));

        var reset = await server.ProveAsync("changePassword", body, stage, credentials);

        early.Flows.Should().Equal("m.login.password", "m.login.email.identity", "m.login.msisdn");
        early.Outcome.Should().Be("401 M_THREEPID_AUTH_FAILED");
        reset.Text.Should().Be("{}");
        (await server.LogInAsync(alice.Identifier, "new")).Should().Be("200");
        (await server.LogInAsync(alice.Identifier, alice.Password)).Should().Be("403 M_FORBIDDEN");
        (await server.Server.WhoAmIAsync(alice)).Should().Be("401 M_UNKNOWN_TOKEN");
    }

    [Fact]
    public async Task An_identifier_of_nobody_resets_nothing()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var credentials = MessagingHomeserver.Credentials(await server.ValidateAsync("ToRegister", Address));

        (await server.ProveAsync("changePassword", new() { ["new_password"] = "new" }, "m.login.email.identity",
            credentials)).Outcome.Should().Be("401 M_THREEPID_AUTH_FAILED");
    }

    [Fact]
    public async Task A_deleted_identifier_is_free()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var (alice, bob) = (await server.Server.RegisterAsync(), await server.Server.RegisterAsync());
        await server.AddAsync(alice, Address);

        var byBob = await server.Server.CallAsync("delete3pidFromAccount", new { medium = "email", address = Address }, bob.Token);
        var stillThere = await server.IdentifiersAsync(alice);
        var deleted =
            await server.Server.CallAsync("delete3pidFromAccount", new { medium = "email", address = "Alice@Example.org" }, alice.Token);

        byBob.Text.Should().Be("""{"id_server_unbind_result":"no-support"}""");
        stillThere.Should().ContainSingle();
        deleted.Text.Should().Be("""{"id_server_unbind_result":"no-support"}""");
        (await server.IdentifiersAsync(alice)).Should().BeEmpty();
        (await server.LogInAsync(Email, alice.Password)).Should().Be("403 M_FORBIDDEN");
        (await server.AddAsync(bob, Address, "b")).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task The_identifiers_of_a_deactivated_account_are_free()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var (alice, bob) = (await server.Server.RegisterAsync(), await server.Server.RegisterAsync());
        await server.AddAsync(alice, Address);

        var answer = await server.Server.AuthenticateAsync("deactivateAccount", null, alice);

        answer.Text.Should().Be("""{"id_server_unbind_result":"success"}""");
        (await server.RequestAsync("ToResetPassword", Address, "r")).Outcome.Should().Be("400 M_THREEPID_NOT_FOUND");
        (await server.AddAsync(bob, Address, "b")).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task Capabilities_say_that_identifiers_can_be_added()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var alice = await server.Server.RegisterAsync();

        (await server.Server.CallAsync("getCapabilities", token: alice.Token)).Json.GetProperty("capabilities")
            .GetProperty("m.3pid_changes").GetProperty("enabled").GetBoolean()
            .Should().BeTrue();
    }
}
