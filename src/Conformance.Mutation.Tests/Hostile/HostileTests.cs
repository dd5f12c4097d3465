using System.Text;
using System.Text.Json;
using Conformance.Mutation.Hostile;
using FluentAssertions;
using Xunit;

namespace Conformance.Mutation.Tests.Hostile;

/// <summary>Whatever a server does: the suite ends, says plainly what is wrong, has no error of its own, and leaks nothing.</summary>
/// <param name="runs">What the command line made of each.</param>
public sealed class HostileTests(HostileRuns runs) : IClassFixture<HostileRuns>
{
    private const long GreatestPeak = 400L << 20;

    public static TheoryData<string, HostilePlace> Servers
    {
        get
        {
            var servers = new TheoryData<string, HostilePlace>();
            foreach (var hostile in HostileCatalogue.All)
            {
                foreach (var place in hostile.Places)
                    servers.Add(hostile.Name, place);
            }

            return servers;
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void The_run_ends_with_a_clear_verdict(string name, HostilePlace place)
    {
        var run = runs.All[(name, place)];

        run.ExitCode.Should().NotBeNull("a run ends in bounded time");
        run.Hostile.Ends(place).Should().HaveFlag(run.End, $"{run}");
        run.End.Should().NotBe(HostileEnds.None, $"{run}\n{run.Output}");
        if (run.Output.Length == 0)
            run.Error.Should().MatchRegex("^conformance: [^\n]+\r?\n$", "a server that cannot be used is told in one line");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void The_suite_has_no_error_of_its_own(string name, HostilePlace place)
    {
        var run = runs.All[(name, place)];

        foreach (var (written, text) in run.Written)
        {
            text.Should().NotContain("   at Conformance.", written).And.NotContain("   at System.", written)
                .And.NotContain("internal error", written);
        }

        if (run.Report.TryGetValue("report.json", out var json))
        {
            using var report = JsonDocument.Parse(json);
            report.RootElement.GetProperty("summary").GetProperty("errors").GetInt32().Should().Be(0, run.Output);
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void Nothing_secret_leaves(string name, HostilePlace place)
    {
        var run = runs.All[(name, place)];

        run.RequestsElsewhere.Should().Be(0, "no other host is the suite's business");
        var leaks =
            from written in run.Written
            from secret in run.Secrets
            from form in Forms(secret)
            where written.Text.Contains(form, StringComparison.OrdinalIgnoreCase)
            select $"{form} in {written.Name}";
        leaks.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void What_is_written_is_harmless_to_its_reader(string name, HostilePlace place)
    {
        var run = runs.All[(name, place)];

        foreach (var (written, text) in run.Written)
        {
            text.Where(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
                .Should().BeEmpty($"{written} is shown on terminals");
        }

        if (run.Report.TryGetValue("junit.xml", out var xml))
        {
            var parse = () => System.Xml.Linq.XDocument.Parse(xml);
            parse.Should().NotThrow();
        }
    }

    [Theory]
    [MemberData(nameof(Large))]
    public void The_memory_is_bounded(string name, HostilePlace place) =>
        runs.All[(name, place)].PeakBytes.Should().BeLessThan(GreatestPeak);

    public static TheoryData<string, HostilePlace> Large
    {
        get
        {
            var servers = new TheoryData<string, HostilePlace>();
            foreach (var hostile in HostileCatalogue.All.Where(hostile => hostile.IsLarge))
            {
                foreach (var place in hostile.Places)
                    servers.Add(hostile.Name, place);
            }

            return servers;
        }
    }

    public static TheoryData<string> ShellCode =>
        [.. HostileCatalogue.All.Select(hostile => hostile.Name).Where(name => name.StartsWith("shell-code-", StringComparison.Ordinal))];

    [SkippableTheory]
    [MemberData(nameof(ShellCode))]
    public async Task A_printed_command_can_be_pasted_safely(string name)
    {
        var commands = PastedCommands.Of(runs.All[(name, HostilePlace.Scenarios)]);

        commands.Should().NotBeEmpty();
        foreach (var command in commands)
            (await PastedCommands.PasteAsync(command)).Should().BeNull(command);
    }

    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=')[..^1],
        string.Concat(secret.Select(character => $"%{(int)character:x2}")),
        string.Concat(secret.Select(character => $"\\u{(int)character:x4}")),
    ];
}
