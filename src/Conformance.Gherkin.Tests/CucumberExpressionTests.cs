using Conformance.Gherkin.Bindings;
using Conformance.Gherkin.Expressions;
using FluentAssertions;
using Xunit;

namespace Conformance.Gherkin.Tests;

public sealed class CucumberExpressionTests
{
    [Theory]
    [InlineData("it is so", "it is so", "")]
    [InlineData("it is so", "it is so!", null)]
    [InlineData("it is so", "It is so", null)]
    [InlineData("costs $3.5 (or [4])?", "costs $3.5 or [4]?", "")]
    [InlineData("costs $3.5 (or [4])?", "costs $3.5 ?", "")]
    [InlineData("{int} device(s)", "1 device", "1")]
    [InlineData("{int} device(s)", "-12 devices", "-12")]
    [InlineData("{int} device(s)", "1.5 devices", null)]
    [InlineData("{float} seconds", "1.5 seconds", "1.5")]
    [InlineData("{float} seconds", ".5 seconds", ".5")]
    [InlineData("{float} seconds", "-2E-3 seconds", "-2E-3")]
    [InlineData("{double} and {decimal}", "1 and 2.25", "1|2.25")]
    [InlineData("{word} calls {word}", "Alice calls getDevices", "Alice|getDevices")]
    [InlineData("{word} calls", "Alice A. calls", null)]
    [InlineData("on {string}", "on \"PHONE\"", "PHONE")]
    [InlineData("on {string}", "on 'PHONE'", "PHONE")]
    [InlineData("on {string}", "on \"\"", "")]
    [InlineData("on {string}", "on PHONE", null)]
    [InlineData("on {string}", "on \"PHONE'", null)]
    [InlineData("on {string}", "on \"a \\\" c", null)]
    [InlineData("on {string}", "on \"a \\\"b\\\" c\"", "a \\\"b\\\" c")]
    [InlineData("on {string} and {string}", "on \"it's\" and '\"'", "it's|\"")]
    [InlineData("{} anything", "what ever anything", "what ever")]
    [InlineData("he/she/they call(s)", "they call", "")]
    [InlineData("he/she/they call(s)", "she calls", "")]
    [InlineData("he/she/they call(s)", "he/she calls", null)]
    [InlineData("a 200/201", "a 201", "")]
    [InlineData("{int}\\/{int}", "1/2", "1|2")]
    [InlineData("\\(literally\\) \\{int}", "(literally) {int}", "")]
    [InlineData("a\\ b\\\\", "a b\\", "")]
    [InlineData("lone ) and } stay", "lone ) and } stay", "")]
    [InlineData("one/two{int}", "two7", "7")]
    [InlineData("one(s)/two", "ones", "")]
    [InlineData("{Colour} is nice", "Dark Red is nice", "Dark Red")]
    [InlineData("{Conformance.Gherkin.Tests.CucumberExpressionTests+Colour} is nice", "red is nice", "red")]
    [InlineData("{colour-name} is nice", "red is nice", "red")]
    [InlineData("{colour-name} is nice", "yellow is nice", null)]
    [InlineData("{open} end", "any thing end", "any thing")]
    public void An_expression_matches_the_whole_text(string expression, string text, string? values)
    {
        var match = CucumberExpression.Compile(expression, Types).Match(text);

        match.Success.Should().Be(values is not null);
        if (values is not null)
            string.Join('|', match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value)).Should().Be(values);
    }

    [Theory]
    [InlineData("a (b", "\"a (b\", column 3: '(' has no matching ')'; escape it as '\\(' if it is meant as text")]
    [InlineData("a {b", "\"a {b\", column 3: '{' has no matching '}'; escape it as '\\{' if it is meant as text")]
    [InlineData("a ()", "\"a ()\", column 3: optional text is empty; escape '(' and ')' if they are meant as text")]
    [InlineData("a (b(c))", "\"a (b(c))\", column 5: optional text cannot hold optional text; escape '(' if it is meant as text")]
    [InlineData("a ({int})", "\"a ({int})\", column 4: a parameter cannot be optional; write two step definitions, or escape '('")]
    [InlineData("a (b/c)", "\"a (b/c)\", column 5: optional text cannot hold alternatives; escape '/' if it is meant as text")]
    [InlineData("a/ b", "\"a/ b\", column 3: an alternative of '/' is empty; escape it as '\\/' if it is meant as text")]
    [InlineData("{int}/b", "\"{int}/b\", column 6: an alternative of '/' is empty; escape it as '\\/' if it is meant as text")]
    [InlineData("a/(b)", "\"a/(b)\", column 5: an alternative of '/' has nothing but optional text")]
    [InlineData("a\\", "\"a\\\", column 2: the last character is a '\\' that escapes nothing; write '\\\\'")]
    [InlineData("a\\b", "\"a\\b\", column 3: 'b' cannot be escaped; only { } ( ) / \\ and white space can")]
    public void An_invalid_expression_says_where_and_what_to_do(string expression, string message) =>
        FluentActions.Invoking(() => CucumberExpression.Compile(expression, Types)).Should().Throw<ExpressionException>().Which.Message.Should().Be(message);

    [Fact]
    public void An_unknown_parameter_type_comes_with_those_that_are_known() =>
        FluentActions.Invoking(() => CucumberExpression.Compile("a {colr}", Types)).Should().Throw<ExpressionException>().Which.Message.Should().Be(
            "\"a {colr}\", column 3: {colr} is no parameter type; known are Boolean, byte, Char, Colour, colour-name, DateTime, decimal, "
            + "double, float, Guid, int, Int16, long, open, string, word");

    [Theory]
    [InlineData("plain words", true)]
    [InlineData("^anchored", false)]
    [InlineData("anchored$", false)]
    [InlineData("{int} things", true)]
    [InlineData("{int} things (.*)", true)]
    [InlineData("things (.*)", false)]
    [InlineData("things ([a-z]+)", false)]
    [InlineData("thing(s)", true)]
    [InlineData("\\d+ things", false)]
    [InlineData("a\\.b", false)]
    public void What_only_regular_expressions_have_tells_them_from_cucumber_expressions(string expression, bool isCucumber) =>
        CucumberExpression.LooksLikeOne(expression).Should().Be(isCucumber);

    public enum Colour
    {
        Red,
        DarkRed,
    }

    private static ParameterTypes Types { get; } = new(
        BindingDiscoveryOf(typeof(Transformations)).Transformations,
        [typeof(Colour), typeof(string)]);

    private static BindingDiscovery BindingDiscoveryOf(Type type) => new([type]);

    [Reqnroll.Binding]
    public sealed class Transformations
    {
        [Reqnroll.StepArgumentTransformation("(red|green)", Name = "colour-name")]
        public static Colour ColourOf(string text) => Enum.Parse<Colour>(text, true);

        [Reqnroll.StepArgumentTransformation(Name = "open")]
        public static string Open(string text) => text;
    }
}
