using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>What a report shows of a failure: every variant, the request that did it, and all that was asked of the server.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_step_of_several_calls_tells_each_that_deviates()
    {
        using var report = await RunAsync("what-is-no-json-is-bad-json", "features/api-standards");

        var scenario = Scenarios(report).First(scenario => Text(scenario, "name") == "login refuses a body that is not JSON");
        var sample = scenario.GetProperty("violations")[0].GetProperty("sample");
        sample.GetProperty("total").GetInt32().Should().Be(4);
        var exchanges = scenario.GetProperty("exchanges").EnumerateArray().ToList();
        foreach (var deviation in sample.GetProperty("deviating").EnumerateArray())
            Text(exchanges[deviation.GetProperty("exchange").GetInt32()], "requestBody").Should().Be(Text(deviation, "name"));
        sample.GetProperty("deviating").GetArrayLength().Should().Be(4);
        _shell.Output.Should().Contain(
            "\n   Actual    400 M_BAD_JSON in 4 of 4 responses: certainly no JSON; {\"type\":; {'type': 'text'}; {} {}\n");
    }

    [Fact]
    public async Task What_a_later_look_shows_refers_to_the_request_that_did_it()
    {
        using var report = await RunAsync("bulk-deleted-device-token-survives", "DEV-19");

        var scenario = Scenarios(report).First(scenario => Text(scenario, "verdict") == "fail");
        var violation = scenario.GetProperty("violations")[0];
        Text(violation.GetProperty("exchange"), "operation").Should().Be("getTokenOwner");
        Text(violation.GetProperty("after"), "operation").Should().Be("deleteDevices");
        violation.GetProperty("after").GetProperty("status").GetInt32().Should().Be(200);
        var roles = scenario.GetProperty("exchanges").EnumerateArray().Select(exchange => Text(exchange, "role")).ToList();
        roles.Distinct().Should().Equal("setUp", "subject", "observation");
        Text(scenario.GetProperty("exchanges")[0], "step").Should().StartWith("Given Alice is logged in on ");
        _shell.Output.Should().Contain(" 200 after deleteDevices, expected ")
            .And.Contain("\n   After     Alice on \"PHONE\" calls deleteDevices: POST http://");
        await PageHasAsync("after: deleteDevices, POST /\\_matrix/client/v3/delete\\_devices, answered 200");
    }

    [Fact]
    public async Task A_page_that_does_not_do_its_part_is_shown()
    {
        using var report = await RunAsync("fallback-page-has-no-form", "UIT-22");

        foreach (var scenario in Scenarios(report).Where(scenario => Text(scenario, "verdict") == "fail"))
        {
            Text(scenario.GetProperty("violations")[0].GetProperty("exchange"), "url").Should().Contain("/fallback/web?session=");
            scenario.GetProperty("exchanges").GetArrayLength().Should().BeGreaterThan(1);
        }
    }

    [Fact]
    public async Task What_a_stage_on_its_page_leads_to_is_not_checked_where_the_page_does_nothing()
    {
        using var report = await RunAsync("fallback-page-has-no-form", "UIT-24");

        var scenarios = Scenarios(report).ToList();
        scenarios.Should().NotBeEmpty();
        foreach (var scenario in scenarios)
        {
            Text(scenario, "verdict").Should().Be("notChecked");
            Text(scenario, "notCheckedReason").Should().StartWith("the page of the stage m.login.").And.Contain(" has not performed it: ");
        }
    }

    [Fact]
    public async Task What_should_have_been_refused_is_told_with_the_harm_that_it_did()
    {
        using var report = await RunAsync("any-users-password-authenticates", "Nobody else's password authorises changePassword");

        var violations = Scenarios(report).Single().GetProperty("violations").EnumerateArray().ToList();
        Text(violations[0], "actual").Should().Be("200");
        Text(violations[0].GetProperty("exchange"), "operation").Should().Be("changePassword");
        violations[0].TryGetProperty("harm", out _).Should().BeFalse();
        violations[1..].Should().OnlyContain(violation => violation.GetProperty("harm").GetBoolean());
        violations[1..].Select(violation => Text(violation, "actual")).Should().Contain("Alice's password is refused: 403 M_FORBIDDEN");
        _shell.Output.Should().Contain("failure, account: changePassword answers 200, expected 4xx, and then Alice's ")
            .And.Contain("\n   Harm      Alice's ");
        await PageHasAsync("harm done:");
    }

    [Fact]
    public async Task A_walk_through_single_sign_on_has_its_pages_at_the_provider_too()
    {
        using var report = await RunAsync("sign-on-stage-page-tells-nobody", "SSO-15");

        var exchanges = Scenarios(report).First(scenario => Text(scenario, "verdict") == "fail")
            .GetProperty("exchanges").EnumerateArray().ToList();
        exchanges.Select(exchange => Text(exchange, "caller")).Should().Contain("the browser");
        exchanges.Any(exchange => exchange.TryGetProperty("location", out _)).Should().BeTrue();
    }

    [Fact]
    public async Task A_warning_is_told_as_fully_as_a_failure()
    {
        using var report = await RunAsync("any-bytes-are-utf8", "API-05");

        var scenario = Scenarios(report).First(scenario => Text(scenario, "verdict") == "warn");
        scenario.GetProperty("violations")[0].GetProperty("sample").GetProperty("total").GetInt32().Should().Be(3);
        scenario.GetProperty("exchanges").GetArrayLength().Should().BeGreaterThan(3);
        _shell.Output.Should().Contain(" in 3 of 3 responses: with the byte FF; with the byte C3; with the bytes C0AF\n");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Entries_for_a_baseline_are_shown_on_request(bool asked)
    {
        string[] arguments = ["--fault", "deleted-device-token-survives", "--filter", "DEV-14"];
        await _shell.RunAsync(asked ? [.. arguments, "--snippets"] : arguments);

        _shell.Output.Contains("\n   Baseline  - check: DEV-14\n", StringComparison.Ordinal).Should().Be(asked);
    }

    private async Task<JsonDocument> RunAsync(string fault, string filter)
    {
        await _shell.RunAsync("--fault", fault, "--filter", filter, "--report", _folder.Path);
        _shell.Error.Should().BeEmpty();
        var bytes = await File.ReadAllBytesAsync(ReportFile);
        CompiledSchema.Compile(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "docs", "report.schema.json")))
            .Validate(bytes).Should().BeEmpty();
        return JsonDocument.Parse(bytes);
    }

    private string ReportFile => Path.Combine(_folder.Path, "report.json");

    private async Task PageHasAsync(string line)
    {
        using var findings = new TestShell();
        (await findings.RunAsync("findings", ReportFile)).Should().Be(0, "{0}", findings.Error);
        findings.Output.Should().Contain(line);
    }

    private static List<JsonElement> Scenarios(JsonDocument report) =>
        [.. report.RootElement.GetProperty("scenarios").EnumerateArray()];

    private static string? Text(JsonElement item, string member) => item.GetProperty(member).GetString();
}
