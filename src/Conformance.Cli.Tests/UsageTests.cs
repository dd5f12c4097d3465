using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>Every mistake on the command line gives one line that says what to do, and exit code 2.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TestShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("unknown option --paralel; did you mean --parallel?", "--paralel", "4")]
    [InlineData("unknown option --stict; did you mean --strict?", "http://localhost:8008", "--stict")]
    [InlineData("unknown option --reprot; did you mean --report?", "--reprot=out")]
    [InlineData("unknown option --xyzzy; \"conformance --help\" lists the options", "--xyzzy")]
    [InlineData("unknown option -x; \"conformance --help\" lists the options", "run", "-x")]
    [InlineData("unknown option --basline; did you mean --baseline?", "--basline", "b.yaml")]
    [InlineData("unknown option --marcdown; \"conformance list --help\" says what it takes", "list", "--marcdown")]
    [InlineData("unexpected argument \"more\"; \"conformance --help\" lists the options", "http://localhost:8008", "more")]
    [InlineData("--parallel takes a whole number from 1 to 1024, not \"0\"; \"conformance --help\" lists the options", "--parallel", "0")]
    [InlineData(
        "--parallel takes a whole number from 1 to 1024, not \"many\"; \"conformance --help\" lists the options", "--parallel", "many")]
    [InlineData("--timeout takes a number of seconds above 0, at most 86400, not \"0\"; \"conformance --help\" lists the options",
        "--timeout", "0")]
    [InlineData(
        "--spec-version takes a version of the specification such as v1.19, not \"r0.6.1\"; \"conformance --help\" lists the options",
        "--spec-version", "r0.6.1")]
    [InlineData("--color takes auto, always or never, not \"blue\"; \"conformance --help\" lists the options", "--color", "blue")]
    [InlineData("Required argument missing for option: '--report'; \"conformance --help\" lists the options", "--report")]
    [InlineData("Option '--seed' expects a single argument but 2 were provided; \"conformance --help\" lists the options", "--seed", "1",
        "--seed", "2")]
    [InlineData("Required argument 'ID' missing for command: 'explain'; \"conformance explain --help\" says what it takes", "explain")]
    [InlineData("Option '--spec' is required; \"conformance extract --help\" says what it takes", "extract", "--out", "x")]
    public Task A_command_line_that_cannot_be_read(string complaint, params string[] arguments) => Complains(complaint, arguments);

    [Theory]
    [InlineData("\"localhost:8008\" is not a target; did you mean http://localhost:8008?", "localhost:8008")]
    [InlineData("\"matrix.example.org\" is not a target; did you mean http://matrix.example.org?", "matrix.example.org")]
    [InlineData(
        "\"synapsis\" is not a target; give the URL of a homeserver, e.g. http://localhost:8008, synapse, conduit, tuwunel, dendrite, a target file, or embedded (the default)", "synapsis")]
    [InlineData(
        "\"ftp://example.org\" is not a target; give the URL of a homeserver, e.g. http://localhost:8008, synapse, conduit, tuwunel, dendrite, a target file, or embedded (the default)", "ftp://example.org")]
    [InlineData("--no-baseline cannot be combined with --baseline; remove one of them", "--baseline", "x.yaml", "--no-baseline")]
    [InlineData("--image is for a homeserver that the suite starts; give synapse, conduit, tuwunel, dendrite or a target file as TARGET",
        "http://localhost:8008", "--image", "x")]
    [InlineData("--runtime is for a homeserver that the suite starts; give synapse, conduit, tuwunel, dendrite or a target file as TARGET",
        "--runtime", "tree")]
    [InlineData(
        "--profile: embedded has no profile \"x\"; it has default, short-tokens, email, sms, captcha, no-contacts, few-contacts, closed, oauth-only", "--profile", "x")]
    [InlineData("TARGET is the base URL of a homeserver, without user, query and fragment, e.g. http://localhost:8008",
        "http://localhost:8008/?x=1")]
    [InlineData("TARGET is the base URL of a homeserver, without user, query and fragment, e.g. http://localhost:8008",
        "http://alice:secret@localhost:8008")]
    [InlineData("--fault is for the embedded homeserver; omit TARGET to use it", "http://localhost:8008", "--fault", "x")]
    [InlineData("--keep-server is for a homeserver that the suite starts; give synapse, conduit, tuwunel, dendrite or a target file as TARGET",
        "http://localhost:8008", "--keep-server")]
    [InlineData("--keep-server is for a homeserver that outlives the run, which the embedded one does not; \"conformance serve\" runs it until Ctrl-C, at a URL to give as TARGET",
        "--keep-containers")]
    [InlineData("--companions: there is no file companions.yaml; \"conformance companions\" makes one, and says what to configure in the server",
        "http://localhost:8008", "--companions")]
    [InlineData("--companions: there is no file x.yaml; \"conformance companions x.yaml\" makes one, and says what to configure in the server",
        "http://localhost:8008", "--companions", "x.yaml")]
    [InlineData("--companions: there is no file http://localhost:8008; write TARGET before the option",
        "--companions", "http://localhost:8008")]
    [InlineData("--accounts is for a homeserver at a URL, not for the embedded one; give its URL as TARGET", "--accounts", "x.yaml")]
    [InlineData("--insecure is for a homeserver at a URL, not for the embedded one; give its URL as TARGET", "embedded", "--insecure")]
    [InlineData("--ca: there is no file missing.pem", "https://localhost:8448", "--ca", "missing.pem")]
    [InlineData("--update-baseline rewrites the file of --baseline; add --baseline FILE", "--update-baseline")]
    [InlineData("--baseline: there is no file missing.yaml; add --update-baseline to write it", "--baseline", "missing.yaml")]
    [InlineData(
        "--spec-version: v9.1 is newer than the newest version that the suite has, v1.19; use --schemas to give a folder with other versions",
        "--spec-version", "v9.1")]
    [InlineData("--schemas: missing has no folder of a version, such as v1.19; \"conformance extract\" makes such a folder", "--schemas",
        "missing")]
    public Task A_target_or_data_that_cannot_be_used(string complaint, params string[] arguments) => Complains(complaint, arguments);

    [Theory]
    [InlineData("There is no requirement \"DEV-114\". Did you mean DEV-11, DEV-14 or DEV-10?", "--filter", "DEV-114")]
    [InlineData("no scenario matches --filter; \"conformance list\" lists all scenarios", "--filter", "no such words")]
    [InlineData("--tags \"@DEV-14 and\" cannot be read: a tag is missing at its end; write it like \"@DEV-14 and not @UIA-10\"",
        "--tags", "@DEV-14 and")]
    [InlineData("--features: there is no folder missing", "--features", "missing")]
    public Task A_selection_that_selects_nothing(string complaint, params string[] arguments) => Complains(complaint, arguments);

    [Fact]
    public async Task A_misspelt_requirement_in_explain_gets_the_nearest_ids()
    {
        (await _shell.RunAsync("explain", "DVE-14")).Should().Be(2);

        _shell.Error.Should().StartWith("conformance: There is no requirement \"DVE-14\". Did you mean DEV-14").And.EndWith("?\n");
        _shell.Error.Trim().Should().NotContain("\n");
    }

    [Fact]
    public async Task A_feature_with_syntax_errors_is_named_with_its_lines()
    {
        using var folder = new TemporaryFolder();
        folder.Write("devices/one.feature", "Feature: One\n\n  Scenario: A\n    Given nothing\n    Whenever it rains\n");
        folder.Write("devices/two.feature", "Scenario: No feature\n");

        (await _shell.RunAsync("--features", folder.Path)).Should().Be(2);

        var lines = _shell.Error.TrimEnd().Split('\n');
        lines.Should().Contain(line => line.StartsWith($"{folder.Path}/devices/one.feature:5: ", StringComparison.Ordinal));
        lines.Should().Contain(line => line.StartsWith($"{folder.Path}/devices/two.feature:1: ", StringComparison.Ordinal));
        lines.Should().OnlyContain(line => line.StartsWith(folder.Path, StringComparison.Ordinal));
        _shell.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_folder_that_cannot_be_written_is_said_before_the_run()
    {
        using var folder = new TemporaryFolder();
        folder.Write("file", "");

        (await _shell.RunAsync("--report", folder.Path + "/file/report")).Should().Be(2);

        _shell.Error.Should().StartWith($"conformance: --report: {folder.Path}/file/report cannot be written: ");
        _shell.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_that_is_not_there_has_no_findings()
    {
        (await _shell.RunAsync("findings", "nowhere.json")).Should().Be(2);

        _shell.Error.Should().MatchRegex("^conformance: nowhere\\.json cannot be read: [^\n]+\n$");
        _shell.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Help_lists_the_verbs_and_the_options_of_a_run()
    {
        (await _shell.RunAsync("--help")).Should().Be(0);

        _shell.Error.Should().BeEmpty();
        string[] words =
        [
            "TARGET", "--tags", "--strict", "--seed", "--baseline", "--update-baseline", "list", "explain", "coverage", "findings", "serve", "companions", "--keep-server",
                "extract", "steps", "check-spec",
        ];
        foreach (var word in words)
            _shell.Output.Should().Contain(word);
        _shell.Output.Should().NotContain("mutate").And.NotContain("--keep-containers");
    }

    [Fact]
    public async Task Version_names_the_suite()
    {
        (await _shell.RunAsync("--version")).Should().Be(0);

        _shell.Output.Should().MatchRegex("^Conformance [0-9]+\\.[0-9]+\\.[0-9]+\n$");
    }

    private async Task Complains(string complaint, string[] arguments)
    {
        (await _shell.RunAsync(arguments)).Should().Be(2);

        _shell.Error.Should().Be($"conformance: {complaint}\n");
        _shell.Output.Should().BeEmpty();
    }
}
