using System.Text.Json;
using Conformance.Steps.Phrases;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>What the words of a feature mean.</summary>
public sealed class PhraseTests
{
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

        ExpectationPhrase.Parse("a valid user id", value => value)
            .Accepts(JsonSerializer.SerializeToElement(userId), DateTimeOffset.UnixEpoch).Should().Be(accepted);
    }

    /// <summary>A question mark makes a member optional.</summary>
    [Fact]
    public void A_path_leads_past_an_optional_member_only_where_it_is()
    {
        using var document = JsonDocument.Parse("""{"flows": [{"type": "a"}, {"type": "b", "providers": [{"id": "x"}, {}]}]}""");

        BodyPath.Parse("flows[*].providers?[*].id", value => value).Select(document.RootElement)
            .Select(found => (found.Pointer, found.Value.ValueKind))
            .Should().Equal(("/flows/1/providers/0/id", JsonValueKind.String), ("/flows/1/providers/1/id", JsonValueKind.Undefined));
    }
}
