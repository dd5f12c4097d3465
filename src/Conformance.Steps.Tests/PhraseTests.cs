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

    /// <summary>A value is filled in once the form is known: a server may choose a device id that looks like part of an
    /// expectation.</summary>
    [Theory]
    [InlineData("a string other than \"{first}\"", "A\"B", "A\"B", false)]
    [InlineData("a string other than \"{first}\"", "A\"B", "C", true)]
    [InlineData("a string beginning with \"{first}\"", "A\"B", "A\"BC", true)]
    [InlineData("\"{first}\"", "A\"B", "A\"B", true)]
    [InlineData("\"{first}\"", "A\" or \"B", "B", false)]
    [InlineData("\"{first}\" or \"C\"", "A\" or \"B", "A\" or \"B", true)]
    [InlineData("a string like /@{first}:.+/", "a.b", "@a.b:example.org", true)]
    [InlineData("a string like /@{first}:.+/", "a.b", "@a-b:example.org", false)]
    [InlineData("a string like /@{first}:.+/", "a/(b", "@a/(b:example.org", true)]
    [InlineData("\"{first}\", if present", ", if present", ", if present", true)]
    public void A_value_that_is_filled_in_is_no_part_of_the_form(string text, string filledIn, string value, bool accepted) =>
        ExpectationPhrase.Parse(text, written => written.Replace("{first}", filledIn, StringComparison.Ordinal))
            .Accepts(JsonSerializer.SerializeToElement(value), DateTimeOffset.UnixEpoch).Should().Be(accepted);

    /// <summary>A name that is filled in is one member, whatever characters it has.</summary>
    [Theory]
    [InlineData("device_keys.{device}", "a.b[*]?", "/device_keys/a.b[*]?")]
    [InlineData("device_keys.{device}", "*", "/device_keys/*")]
    [InlineData("/device_keys/{device}", "a/b", "/device_keys/a~1b")]
    public void A_name_that_is_filled_in_is_one_member(string path, string name, string pointer)
    {
        var body = JsonSerializer.SerializeToElement(
            new Dictionary<string, object> { ["device_keys"] = new Dictionary<string, int> { ["other"] = 1, [name] = 2 } });

        var found = BodyPath.Parse(path, written => written.Replace("{device}", name, StringComparison.Ordinal)).Select(body);

        found.Should().ContainSingle().Which.Pointer.Should().Be(pointer);
        found[0].Value.GetInt32().Should().Be(2);
    }
}
