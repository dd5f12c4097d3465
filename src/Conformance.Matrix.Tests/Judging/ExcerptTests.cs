using System.Text.Json;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Redaction;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Judging;

/// <summary>What a message quotes of a body: the value in question, masked and short.</summary>
public sealed class ExcerptTests
{
    [Theory]
    [InlineData("", """{"a/b":1,"c~d":[5,6],"":7}""")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c~0d/1", "6")]
    [InlineData("/c~0d/2", "nothing")]
    [InlineData("/c~0d/-1", "nothing")]
    [InlineData("/c~0d/x", "nothing")]
    [InlineData("/a", "nothing")]
    [InlineData("/a~1b/0", "nothing")]
    [InlineData("/", "7")]
    public void The_value_at_the_pointer_is_quoted(string pointer, string quoted) =>
        Of("""{"a/b":1,"c~d":[5,6],"":7}""", pointer).Should().Be(quoted);

    [Theory]
    [InlineData("\"secret-1\"", "<access token>")]
    [InlineData("12345", "<access token>")]
    [InlineData("{}", "{}")]
    [InlineData("null", "null")]
    public void A_secret_is_masked_whatever_it_is_written_as(string token, string quoted) =>
        Of($$"""{"access_token":{{token}}}""", "/access_token").Should().Be(quoted);

    [Theory]
    [InlineData(118, false)]
    [InlineData(119, true)]
    public void A_long_value_is_cut_at_120_characters(int length, bool cut)
    {
        var value = $"\"{new string('x', length)}\"";
        Of($$"""{"a":{{value}}}""", "/a").Should().Be(cut ? $"{value[..120]}…" : value);
    }

    [Fact]
    public void A_secret_across_the_cut_is_masked_whole()
    {
        var redactor = new Redactor();
        redactor.Learn("syt_a_token_that_nobody_may_see", SecretKind.AccessToken);

        Of($$"""{"a":"{{new string('x', 110)}}syt_a_token_that_nobody_may_see"}""", "/a", redactor)
            .Should().NotContain("syt_").And.Contain("<access");
    }

    private static string Of(string body, string pointer, Redactor? redactor = null)
    {
        using var document = JsonDocument.Parse(body);
        return Excerpt.Of(document.RootElement, pointer, redactor ?? new Redactor());
    }
}
