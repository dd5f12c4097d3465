using System.Text.RegularExpressions;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Features;
using Conformance.Steps.Scenes;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>The generated examples that are kinds of sessions and tokens.</summary>
public sealed class KindExamplesTests
{
    /// <summary>What the rows name is what a step takes.</summary>
    [Fact]
    public void A_feature_can_name_every_kind()
    {
        SessionKind.All.Should().AllSatisfy(kind =>
        {
            Regex.IsMatch(kind.Name, $"^{SessionKind.Pattern}$").Should().BeTrue();
            PhraseTransformations.Session(kind.Name).Should().BeSameAs(kind);
        });
        TokenKind.All.Should().AllSatisfy(kind =>
        {
            Regex.IsMatch(kind.Name, $"^{TokenKind.Pattern}$").Should().BeTrue();
            PhraseTransformations.Token(kind.Name).Should().BeSameAs(kind);
        });
    }

    /// <summary>A misspelt kind.</summary>
    [Fact]
    public void A_kind_that_is_not_known_is_an_error_of_the_suite()
    {
        var act = () => PhraseTransformations.Token("a borrowed token");

        act.Should().Throw<SuiteErrorException>().WithMessage(
            "the feature speaks of \"a borrowed token\", which is not a kind of token; choose from an access token, a refresh token, "
            + "a login token, a registration token, a UIA session, a validation session, the application service's token.");
    }

    /// <summary>A server that has no refresh tokens skips those rows, and no others.</summary>
    [Theory]
    [InlineData("every kind of session", "a refreshed session", "needs-refresh-tokens")]
    [InlineData("every kind of session", "a service session", "needs-appservice", "needs-legacy-auth")]
    [InlineData("every kind of session", "a password session")]
    [InlineData("every kind of token of a user", "a login token", "needs-login-token")]
    public void A_row_needs_what_its_kind_does(string source, string row, params string[] tags) =>
        Source(source).TagsOf([row]).Should().Equal(tags);

    /// <summary>A row that takes a token for what it is would be red on every server.</summary>
    [Theory]
    [InlineData("every kind of token that is not for requests", "an access token")]
    [InlineData("every kind of token that is not for requests", "the application service's token")]
    [InlineData("every kind of token but a refresh token", "a refresh token")]
    [InlineData("every kind of token but a login token", "a login token")]
    [InlineData("every kind of session of a person", "a service session")]
    [InlineData("every kind of session of a person with a password", "a single sign-on session")]
    public void A_source_leaves_out_what_its_name_excludes(string source, string row) =>
        Source(source).Rows.Select(cells => cells[0]).Should().NotContain(row).And.NotBeEmpty();

    private static IExampleSource Source(string name) => EmbeddedFeatures.Examples.Find(name)!;
}
