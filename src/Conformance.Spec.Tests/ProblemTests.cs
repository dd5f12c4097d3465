using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests;

public sealed class ProblemTests
{
    private static readonly Problem Whole = new("ca.pem cannot be read")
    {
        Place = ErrorPlace.InOption("--ca"),
        Why = "permission denied",
        NextStep = "give a PEM file with certificates",
    };

    [Fact]
    public void A_problem_is_one_line_of_place_what_why_and_next_step() =>
        Whole.ToString().Should().Be("--ca: ca.pem cannot be read: permission denied; give a PEM file with certificates");

    [Fact]
    public void What_is_missing_leaves_no_trace() => new Problem("interrupted").ToString().Should().Be("interrupted");

    [Fact]
    public void A_place_is_a_file_with_a_line_an_option_or_a_url()
    {
        ErrorPlace.InFile("accounts.yaml").ToString().Should().Be("accounts.yaml");
        ErrorPlace.InFile("accounts.yaml", 3).ToString().Should().Be("accounts.yaml:3");
        ErrorPlace.InFile("api.yaml", 3, "#/paths").ToString().Should().Be("api.yaml:3: #/paths");
        ErrorPlace.InFile("", 0, "#/paths").ToString().Should().Be("#/paths");
        ErrorPlace.InOption("--ca").ToString().Should().Be("--ca");
        ErrorPlace.At(new Uri("http://localhost:8008")).ToString().Should().Be("http://localhost:8008");
    }

    [Fact]
    public void An_exception_tells_all_its_problems_and_the_exit_code()
    {
        var exception = new SpecException([new SpecError("b.yaml", 2, 1, null, "second"), new SpecError("a.yaml", 7, 1, "#/x", "first")]);

        exception.Message.Should().Be("a.yaml:7: #/x: first\nb.yaml:2: second");
        exception.Problems.Should().Equal(
            new Problem("first") { Place = ErrorPlace.InFile("a.yaml", 7, "#/x") },
                new Problem("second") { Place = ErrorPlace.InFile("b.yaml", 2) });
        exception.Should().BeAssignableTo<ConformanceException>().Which.ExitCode.Should().Be(2);
    }
}
