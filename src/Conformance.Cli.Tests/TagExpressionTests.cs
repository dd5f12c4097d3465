using Conformance.Cli.Selection;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

public sealed class TagExpressionTests
{
    [Theory]
    [InlineData("@a", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("@a", "b", false)]
    [InlineData("@a and @b", "a b", true)]
    [InlineData("@a and @b", "a", false)]
    [InlineData("@a or @b", "b", true)]
    [InlineData("not @a", "a", false)]
    [InlineData("not @a", "", true)]
    [InlineData("not not @a", "a", true)]
    [InlineData("@a or @b and @c", "a", true)]
    [InlineData("(@a or @b) and @c", "a", false)]
    [InlineData("(@a or @b) and @c", "b c", true)]
    [InlineData("not @a and @b", "b", true)]
    [InlineData("not (@a and @b)", "a", true)]
    [InlineData("@a and not(@b or @c)", "a", true)]
    [InlineData("@a and not(@b or @c)", "a c", false)]
    [InlineData("@A", "a", false)]
    public void Tags_meet_an_expression(string expression, string tags, bool meets) =>
        TagExpression.Parse(expression).Holds(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal))
            .Should().Be(meets);

    [Theory]
    [InlineData("", "a tag is missing at its end")]
    [InlineData("@a and", "a tag is missing at its end")]
    [InlineData("or @a", "a tag is missing before \"or\"")]
    [InlineData("@a and or @b", "a tag is missing before \"or\"")]
    [InlineData("(@a", "a \")\" is missing")]
    [InlineData("@a)", "\")\" is not allowed there")]
    [InlineData("@a @b", "\"@b\" is not allowed there")]
    [InlineData("@", "a tag is missing after \"@\"")]
    [InlineData("not", "a tag is missing at its end")]
    public void What_cannot_be_read_is_named(string expression, string what) =>
        FluentActions.Invoking(() => TagExpression.Parse(expression)).Should().Throw<UsageException>()
            .WithMessage($"--tags \"{expression}\" cannot be read: {what}; write it like \"@DEV-14 and not @UIA-10\"");

    [Fact]
    public void The_names_are_known_without_their_sign() =>
        TagExpression.Parse("@a and not (b or @c)").Names.Should().Equal("a", "b", "c");
}
