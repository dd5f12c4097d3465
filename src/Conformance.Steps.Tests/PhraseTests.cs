using System.Text.Json;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>What the words of a feature mean.</summary>
public sealed class PhraseTests
{
    /// <summary>Each wording of malformed bodies.</summary>
    [Theory]
    [InlineData("each body that is no JSON", MalformedBodyKind.NoJson)]
    [InlineData("each required member of a wrong type", MalformedBodyKind.RequiredMemberOfWrongType)]
    [InlineData("each auth that is no object", MalformedBodyKind.AuthIsNoObject)]
    public void A_call_may_be_made_with_malformed_bodies(string words, MalformedBodyKind kind)
    {
        var call = CallPhrase.Parse($"deleteDevice with deviceId \"LAPTOP\" and {words}");

        call.OperationId.Should().Be("deleteDevice");
        call.Arguments.Should().ContainSingle(argument => argument.Key == "deviceId" && argument.Value == "\"LAPTOP\"");
        call.Malformed.Should().Be(kind);
    }

    /// <summary>The message lists the ways there are.</summary>
    [Fact]
    public void An_unknown_way_to_be_malformed_is_refused()
    {
        var act = () => CallPhrase.Parse("login with each comma missing");

        act.Should().Throw<SuiteErrorException>().WithMessage(
            "the call \"login with each comma missing\" cannot be read at \"each comma missing\": write one of each body that is no JSON, each body that is no UTF-8, each body that is no object, each required member missing, each required member of a wrong type, each optional member of a wrong type, each auth that is no object.");
    }

    /// <summary>Two operations joined by "or".</summary>
    [Fact]
    public void One_call_may_stand_for_another()
    {
        var call = CallPhrase.Parse("getLoginFlows or getAuthMetadata");

        call.OperationId.Should().Be("getLoginFlows");
        call.Otherwise.Should().Be("getAuthMetadata");
    }

    /// <summary>Method and path in place of an operation.</summary>
    [Theory]
    [InlineData("GET /_matrix/static/client/login/?device_id=X", false)]
    [InlineData("GET /_matrix/static/client/login/?device_id=X and logs in there", true)]
    public void A_request_may_be_outside_the_operations(string text, bool logsIn)
    {
        var call = CallPhrase.Parse(text);

        call.Raw.Should().Be(("GET", "/_matrix/static/client/login/?device_id=X"));
        call.LogsInThere.Should().Be(logsIn);
    }

    /// <summary>What is accepted, and what is not.</summary>
    [Theory]
    [InlineData("a string other than \"x\"", "\"y\"", true)]
    [InlineData("a string other than \"x\"", "\"x\"", false)]
    [InlineData("a string other than \"x\"", "5", false)]
    [InlineData("a string beginning with \"@\"", "\"@a\"", true)]
    [InlineData("a string beginning with \"@\"", "\"a@\"", false)]
    [InlineData("a string like /[a-z]+/", "\"abc\"", true)]
    [InlineData("a string like /[a-z]+/", "\"abc1\"", false)]
    [InlineData("an integer from 10 to 20", "20", true)]
    [InlineData("an integer from 10 to 20", "21", false)]
    [InlineData("an integer from 10 to 20", "10.5", false)]
    [InlineData("a string of its own", "\"x\"", true)]
    [InlineData("a valid user id", "\"@a.b_c=d-e/f+1:example.org\"", true)]
    [InlineData("a valid user id", "\"@A:example.org\"", false)]
    [InlineData("a valid user id", "\"@:example.org\"", false)]
    [InlineData("a valid user id", "\"a:example.org\"", false)]
    [InlineData("a valid user id", "5", false)]
    public void An_expectation_accepts_what_it_says(string text, string json, bool accepted)
    {
        using var document = JsonDocument.Parse(json);

        ExpectationPhrase.Parse(text, value => value).Accepts(document.RootElement, DateTimeOffset.UnixEpoch).Should().Be(accepted);
    }

    /// <summary>At most 255 characters, the server's name included.</summary>
    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_valid_user_id_is_not_too_long(int length, bool accepted)
    {
        var userId = "@".PadRight(length - ":example.org".Length, 'a') + ":example.org";

        ExpectationPhrase.Parse("a valid user id", value => value).Accepts(JsonSerializer.SerializeToElement(userId), DateTimeOffset.UnixEpoch).Should().Be(accepted);
    }

    /// <summary>A question mark makes a member optional.</summary>
    [Fact]
    public void A_path_leads_past_an_optional_member_only_where_it_is()
    {
        using var document = JsonDocument.Parse("""{"flows": [{"type": "a"}, {"type": "b", "providers": [{"id": "x"}, {}]}]}""");

        BodyPath.Parse("flows[*].providers?[*].id", value => value).Select(document.RootElement).Select(found => (found.Pointer, found.Value.ValueKind))
            .Should().Equal(("/flows/1/providers/0/id", JsonValueKind.String), ("/flows/1/providers/1/id", JsonValueKind.Undefined));
    }
}
