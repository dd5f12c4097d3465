using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;
using Conformance.Spec;

namespace Conformance.Reports.Tests;

/// <summary>Reports made by hand, for the tests of what is written of them.</summary>
internal static class SampleReports
{
    public static RequirementReference Dev14 { get; } = new(
        "DEV-14",
        "Deleting a device makes its access tokens unusable.",
        new Uri("https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3devicesdeviceid"));

    public static RequirementReference Uia10 { get; } = new(
        "UIA-10",
        "A failed stage may be tried again in the same session.",
        new Uri("https://spec.matrix.org/v1.19/client-server-api/#user-interactive-authentication-api"));

    public static ExchangeReport WhoAmI { get; } = new()
    {
        Caller = "Alice on \"LAPTOP\"",
        Operation = "getTokenOwner",
        Method = "GET",
        Url = "http://localhost:8008/_matrix/client/v3/account/whoami",
        Status = 200,
        ResponseBody = "{\"user_id\":\"@alice:example.org\",\"device_id\":\"LAPTOP\"}",
        Duration = TimeSpan.FromMilliseconds(3.4),
        Curl = "curl -X GET 'http://localhost:8008/_matrix/client/v3/account/whoami' -H 'Authorization: Bearer <access_token>'",
    };

    public static ExchangeReport Rename { get; } = new()
    {
        Caller = "Alice on \"PHONE\"",
        Operation = "updateDevice",
        Method = "PUT",
        Url = "http://localhost:8008/_matrix/client/v3/devices/PHONE",
        RequestBody = "{\"display_name\":\"Phone\"}",
        TransportFailure = "the connection was closed before an answer came",
        Duration = TimeSpan.FromMilliseconds(30_000),
        Curl = "curl -X PUT 'http://localhost:8008/_matrix/client/v3/devices/PHONE' -H 'Authorization: Bearer <access_token>' -d '{\"display_name\":\"Phone\"}'",
    };

    public static ScenarioReport Passed(int line) =>
        Scenario("devices/listing", line, $"Passing {line}", Verdict.Pass) with { Requirements = [Uia10] };

    public static ScenarioReport Failed { get; } = Scenario("devices/deletion", 12, "Deleting a device ends its session", Verdict.Fail) with
    {
        Tags = ["DEV-14"],
        Requirements = [Dev14],
        FailedStep = new StepReference(17, "Then the response is 401 M_UNKNOWN_TOKEN"),
        Violations = [new ViolationReport("401 M_UNKNOWN_TOKEN", "200", WhoAmI)],
    };

    public static ScenarioReport Warned { get; } =
        Scenario("user-interactive-auth/retry", 8, "A failed stage may be tried again", Verdict.Warn) with
        {
            Tags = ["UIA-10", "DEV-14"],
            Requirements = [Uia10, Dev14],
            FailedStep = new StepReference(11, "When Alice on \"PHONE\" calls updateDevice"),
            Violations =
            [
                new ViolationReport("an answer", "none", Rename)
                {
                    After = WhoAmI with { Status = 302, Location = "http://localhost:8008/elsewhere" },
                    Sample = new SampleReport("responses", 3, [new DeviationReport("null", "none", 1), new DeviationReport("5", "none", null)]),
                },
            ],
            Exchanges = [WhoAmI with { Role = ExchangeRole.SetUp, Step = "Given this" }, Rename with { ServerLog = ["ERROR"] }],
            CompanionRequests = [new IncomingReport("identity", "POST", "/_matrix/identity/v2/3pid/bind", "{}")],
        };

    public static ScenarioReport Erroneous { get; } = Scenario("devices/renaming", 5, "Renaming", Verdict.Error) with
    {
        Error = "The suite's own request to updateDevice breaks its schema: /display_name is a number.\nat this step",
        FailedStep = new StepReference(7, "When Alice on \"PHONE\" calls updateDevice"),
    };

    public static ScenarioReport Skipped(int line, string reason) =>
        Scenario("devices/refresh", line, $"Skipped {line}", Verdict.Skip) with { SkipReason = reason };

    public static ScenarioReport NotChecked(int line) =>
        Scenario("devices/slow", line, $"Slow {line}", Verdict.NotChecked) with
        {
            Requirements = [Dev14],
            NotCheckedReason = "set-up: register succeeds, but it was 500",
            TriedAgain = "its time was up",
        };

    public static ResponseReport GoodResponse { get; } = new()
    {
        Operation = "getDevice",
        Status = 404,
        Count = 3,
        Documented = true,
        Verdict = Verdict.Pass,
        Link = new Uri("https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devicesdeviceid"),
    };

    public static ResponseReport BadResponse { get; } = new()
    {
        Operation = "getDevices",
        Status = 200,
        Count = 41,
        Documented = true,
        Verdict = Verdict.Fail,
        Link = new Uri("https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devices"),
        Coverage = new SchemaCoverage(new PlaceCoverage(["/devices", "/devices/*"], ["/devices/*/device_id"]), new PlaceCoverage([], [])),
        Findings =
        [
            new FindingReport(
                FindingKind.Schema,
                FindingSeverity.Violation,
                "/devices/0/last_seen_ts",
                "an integer",
                "a string",
                "At /devices/0/last_seen_ts: expected an integer, found a string.",
                40,
                WhoAmI with { Operation = "getDevices",
                    ResponseBody = "{\"devices\":[{\"device_id\":\"LAPTOP\",\"last_seen_ts\":\"1\"}]}" }),
            new FindingReport(FindingKind.UnknownMember, FindingSeverity.Note, "/devices/0/x", "", "x",
                "At /devices/0: the member x is not in the schema.", 1, null),
        ],
    };

    public static RunReport Conforming { get; } = Report([Passed(3), Passed(9)], [GoodResponse]);

    public static RunReport Everything { get; } = Report(
        [Failed, Skipped(4, "needs refresh-tokens: refresh tokens"), Skipped(9, "needs guest: guest access"),
            Skipped(14, "needs guest: guest access"), Passed(3), Erroneous, Warned],
        [GoodResponse, BadResponse]) with
    {
        UnseenResponses = [new UnseenResponsesReport("getDevice", ["200", "4XX"])],
        CleanUpRemarks = ["@run1-alice:example.org could not be deactivated: 403 M_FORBIDDEN"],
        Requirements =
        [
            new RequirementReport("DEV-14", "devices", RequirementOutcome.Fail, [Failed.Id, Warned.Id])
            {
                Stake = RequirementStake.Account,
            },
            new RequirementReport("DEV-20", "devices", RequirementOutcome.NotTestable, []) { Stake = RequirementStake.Form },
            new RequirementReport("UIA-10", "user-interactive-auth", RequirementOutcome.Warn, [Passed(3).Id, Warned.Id])
            {
                Stake = RequirementStake.Form,
                Open = "The text is silent.",
            },
            new RequirementReport("UIA-11", "user-interactive-auth", RequirementOutcome.Unchecked, []) { Stake = RequirementStake.Account },
        ],
    };

    public static RunReport Report(IReadOnlyList<ScenarioReport> scenarios, IReadOnlyList<ResponseReport> responses) => new()
    {
        Suite = "Conformance 0.1.0",
        RunId = "run1",
        Seed = 42,
        SpecVersion = new SpecVersion(1, 19),
        Target = new TargetReport("http://localhost:8008", "Synapse 1.160.0", "http://localhost:8008"),
        Elapsed = TimeSpan.FromMilliseconds(2149),
        Scenarios = scenarios,
        Responses = responses,
        Coverage = new CoverageReport(new Share(14, 166), new Share(31, 430), new Share(2, 4))
        {
            Members = new Share(61, 74),
            Branches = new Share(2, 5)
        },
    };

    private static ScenarioReport Scenario(string feature, int line, string name, Verdict verdict) => new()
    {
        Id = $"{feature}#{name.ToLowerInvariant().Replace(' ', '-')}",
        File = $"features/{feature}.feature",
        Line = line,
        Feature = "A feature",
        Name = name,
        Verdict = verdict,
        Duration = TimeSpan.FromMilliseconds(120.4567),
    };
}
