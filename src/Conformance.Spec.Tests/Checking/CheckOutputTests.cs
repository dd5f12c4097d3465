using System.Text.Json;
using Conformance.Spec.Checking;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Checking;

public sealed class CheckOutputTests : IDisposable
{
    private static readonly CheckReport Report = new(
        [
            new CheckFinding("yaml", CheckSeverity.Error, "data/a b.yaml", 0, 0, "", "100% broken\nby, far: really"),
            new CheckFinding("example", CheckSeverity.Error, "data/x.yaml", 3, 7, "#/example", "it is <wrong>"),
            new CheckFinding("unknown-format", CheckSeverity.Warning, "data/x.yaml", 9, 1, "#", "who knows"),
        ],
        [new("files", 2), new("schemas", 1)]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_is_for_people()
    {
        CheckOutput.Text(Report with { Findings = [.. Report.Findings.Skip(1)] }).Should().Be("""
            data/x.yaml
              3:7  error  example: it is <wrong>
                  at #/example
              9:1  warning  unknown-format: who knows

            Looked at 2 files, 1 schemas.
            1 error, 1 warning

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Json_is_an_array_of_findings()
    {
        using var document = JsonDocument.Parse(CheckOutput.Json(Report));

        document.RootElement[1].GetRawText().Should().Be("""
            {
                "rule": "example",
                "severity": "error",
                "file": "data/x.yaml",
                "line": 3,
                "column": 7,
                "pointer": "#/example",
                "message": "it is <wrong>"
              }
            """.ReplaceLineEndings("\n"));
        document.RootElement.GetArrayLength().Should().Be(3);
    }

    [Fact]
    public void Sarif_has_the_rules_and_a_place_for_each_result()
    {
        using var document = JsonDocument.Parse(CheckOutput.Sarif(Report));
        var run = document.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results");

        document.RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        rules.GetArrayLength().Should().Be(CheckRules.All.Count);
        foreach (var result in results.EnumerateArray())
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()
                .Should().Be(result.GetProperty("ruleId").GetString());
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("data/a%20b.yaml");
        place.TryGetProperty("region", out _).Should().BeFalse();
        results[1].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetRawText()
            .Should().Contain("\"startLine\": 3").And.Contain("\"startColumn\": 7");
        results[1].GetProperty("level").GetString().Should().Be("error");
    }

    [Fact]
    public void GitHub_has_a_command_for_each_finding()
    {
        CheckOutput.GitHub(Report).Should().Be(
            "::error file=data/a b.yaml,title=yaml::100%25 broken%0Aby, far: really\n"
            + "::error file=data/x.yaml,line=3,col=7,title=example::it is <wrong>\n"
            + "::warning file=data/x.yaml,line=9,col=1,title=unknown-format::who knows\n");
    }

    [Fact]
    public void A_baseline_takes_away_what_is_known_wherever_it_moved_and_names_what_is_gone()
    {
        var gone = new CheckFinding("enum", CheckSeverity.Error, "data/y.yaml", 1, 1, "#/enum/0", "gone");
        var known = CheckOutput.Json(Report with { Findings = [Report.Findings[1] with { Line = 30 }, gone] });
        var baseline = CheckBaseline.Read(_folder.Write("known.json", known));

        var left = baseline.Apply(Report, out var stale);

        left.Findings.Should().Equal(Report.Findings[0], Report.Findings[2]);
        left.Errors.Should().Be(1);
        stale.Should().Equal(gone);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[")]
    public void A_file_that_is_no_baseline_is_refused_in_one_line(string text)
    {
        var file = _folder.Write("known.json", text);

        var act = () => CheckBaseline.Read(file);

        act.Should().Throw<SpecException>().Which.Message.Should()
            .StartWith($"{file} is not a baseline: ").And.EndWith("; give what --format json writes, an array of findings.").And.NotContain(
                "\n");
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_said_so()
    {
        var act = () => CheckBaseline.Read("nowhere.json");

        act.Should().Throw<SpecException>().WithMessage("There is no baseline nowhere.json; write one with --format json.");
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_a_sentence()
    {
        CheckRules.All.Select(rule => rule.Name).Should().OnlyHaveUniqueItems();
        CheckRules.All.Should().OnlyContain(rule => rule.Summary.EndsWith('.'));
    }
}
