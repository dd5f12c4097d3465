using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Flows.Validation;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Scenarios.Effects;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.ThreePids;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Scenarios;

public sealed class EffectsTests
{
    private readonly SuiteKnowledge _knowledge = new(new Redactor());
    private readonly Actor _alice;

    public EffectsTests()
    {
        _alice = _knowledge.People.Named("Alice");
        _alice.Account = new Account("@alice:example.org", "first password");
        _alice.Sessions["PHONE"] = new Session
        {
            UserId = "@alice:example.org",
            DeviceId = "PHONE",
            AccessToken = "token of Alice",
            RefreshToken = "refresh of Alice"
        };
    }

    [Fact]
    public void A_registration_makes_an_account_to_remove()
    {
        Apply(Bench.Call(Operations.Register, ("password", "secret")), """{"user_id":"@bob:example.org","access_token":"t1"}""");
        Apply(Bench.Call(Operations.Register, ("kind", "guest")), """{"user_id":"@1:example.org"}""");
        Apply(Bench.Call(Operations.Register, ("type", LoginTypes.ApplicationService)), """{"user_id":"@_bridge_1:example.org"}""");

        _knowledge.Accounts.Made.Should().BeEquivalentTo(
        [
            new { UserId = "@bob:example.org", Password = (string?)"secret", IsGuest = false, IsOfService = false,
                Tokens = new List<string> { "t1" } },
            new { UserId = "@1:example.org", Password = (string?)null, IsGuest = true, IsOfService = false, Tokens = new List<string>() },
            new { UserId = "@_bridge_1:example.org", Password = (string?)null, IsGuest = false, IsOfService = true,
                Tokens = new List<string>() },
        ]);
    }

    [Fact]
    public void A_login_adds_a_token_to_an_account_that_the_scenario_made_and_to_no_other()
    {
        Apply(Bench.Call(Operations.Register), """{"user_id":"@bob:example.org"}""");
        Apply(Bench.Call(Operations.LogIn), """{"user_id":"@bob:example.org","access_token":"t2"}""");
        Apply(Bench.Call(Operations.LogIn), """{"user_id":"@ready:example.org","access_token":"t3"}""");

        _knowledge.Accounts.Made.Should().ContainSingle().Which.Tokens.Should().Equal("t2");
    }

    [Theory]
    [InlineData("""{"access_token":"new"}""", "new", "refresh of Alice")]
    [InlineData("""{"access_token":"new","refresh_token":"newer"}""", "new", "newer")]
    [InlineData("""{"refresh_token":"newer"}""", "token of Alice", "refresh of Alice")]
    public void A_refresh_renews_the_tokens_of_the_session(string answer, string accessToken, string refreshToken)
    {
        Apply(Bench.Call(Operations.Refresh, ("refresh_token", "refresh of Alice")), answer);

        var session = _alice.Sessions["PHONE"];
        (session.AccessToken, session.RefreshToken).Should().Be((accessToken, refreshToken));
    }

    [Fact]
    public void A_password_change_is_the_owners_of_the_token()
    {
        var bob = _knowledge.People.Named("Bob");
        bob.Account = new Account("@bob:example.org", "password of Bob");

        Apply(Bench.Call(Operations.ChangePassword, ("new_password", "second password")), "{}", new Caller("Alice", "token of Alice"));

        (_alice.Account!.Password, _alice.FirstPassword, bob.Account.Password)
            .Should().Be(("second password", "first password", "password of Bob"));
        _knowledge.Redactor.Text("it is second password now").Should().Be("it is <password> now");
    }

    [Fact]
    public void A_message_that_was_asked_for_begins_a_validation_session()
    {
        Apply(Bench.Call(Operations.RequestTokenTo3PidMsisdn, ("client_secret", "s"), ("phone_number", "01 99 00 12 34")),
            """{"sid":"1"}""");

        _knowledge.Validations.Last.Should().BeEquivalentTo(
            new { SessionId = "1", ClientSecret = "s", ThreePid = new ThreePid(Medium.Phone, "0199001234") });
        _knowledge.Validations.Of(new ThreePid(Medium.Phone, "33199001234")).Should().BeSameAs(_knowledge.Validations.Last);
    }

    [Fact]
    public void An_added_identifier_is_its_owners_in_canonical_form()
    {
        Apply(Bench.Call(Operations.RequestTokenTo3PidMsisdn, ("client_secret", "s"), ("phone_number", "01 99 00 12 34")),
            """{"sid":"1"}""");
        _knowledge.Validations.Correct(_knowledge.Validations.Last!, new ThreePid(Medium.Phone, "33199001234"));
        Apply(Bench.Call(Operations.Add3Pid, ("sid", "1"), ("client_secret", "s")), "{}", new Caller("Alice", "token of Alice"));

        _alice.ThreePids.Should().Equal(new Dictionary<Medium, ThreePid> { [Medium.Phone] = new(Medium.Phone, "33199001234") });
        _knowledge.Validations.Last!.ThreePid.Address.Should().Be("33199001234");
    }

    [Fact]
    public void An_identifier_more_leaves_the_first_one_in_place()
    {
        _alice.ThreePids[Medium.Email] = new ThreePid(Medium.Email, "first@example.org");
        Apply(Bench.Call(Operations.RequestTokenTo3PidEmail, ("client_secret", "s"), ("email", "second@example.org")), """{"sid":"2"}""");
        Apply(Bench.Call(Operations.Add3Pid, ("sid", "2")), "{}", new Caller("Alice", "token of Alice"));

        _alice.ThreePids[Medium.Email].Address.Should().Be("first@example.org");
    }

    [Fact]
    public void A_call_that_failed_has_no_effect()
    {
        AllEffects.Apply(Bench.Call(Operations.Register), Caller.Anonymous,
            Bench.Exchange(Operations.Register, 403, """{"user_id":"@bob:example.org"}"""), _knowledge);

        _knowledge.Accounts.Made.Should().BeEmpty();
    }

    [Fact]
    public void Every_operation_that_asks_for_a_message_has_a_purpose() =>
        ValidationPurpose.MessageRequests.Should().OnlyHaveUniqueItems().And.HaveCount(6);

    private void Apply(OperationCall call, string answer, Caller? caller = null) =>
        AllEffects.Apply(
            call, caller ?? Caller.Anonymous, Bench.Exchange(call.Operation.Id, 200, JsonNode.Parse(answer)!.ToJsonString()), _knowledge);
}
