using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

public sealed class ShellTests
{
    [Theory]
    [InlineData("Auto", true, null, "xterm", true)]
    [InlineData("Auto", false, null, "xterm", false)]
    [InlineData("Auto", true, "1", "xterm", false)]
    [InlineData("Auto", true, "", "xterm", true)]
    [InlineData("Auto", true, null, "dumb", false)]
    [InlineData("Always", false, "1", "dumb", true)]
    [InlineData("Never", true, null, "xterm", false)]
    public void Colours_are_for_terminals_that_have_them_unless_the_user_says_otherwise(
        string choice, bool terminal, string? noColor, string term, bool colours)
    {
        var shell = new Shell
        {
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            OutputIsTerminal = terminal,
            Variable = name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null },
        };

        shell.Colours(Enum.Parse<ColourChoice>(choice)).Should().Be(colours);
    }

    [Fact]
    public void A_terminal_has_a_width() => Shell.OfProcess().Width().Should().BePositive();
}
