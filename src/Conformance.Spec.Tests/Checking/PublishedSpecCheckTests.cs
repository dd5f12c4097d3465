using Conformance.Spec.Checking;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Checking;

public sealed class PublishedSpecCheckTests
{
    [SkippableFact]
    public void Every_error_in_v1_19_is_known_and_none_is_a_false_alarm()
    {
        var report = Check("v1.19");

        // Each was read by hand: the sources contradict themselves there. m.relates_to says so in a comment of its own.
        report.Findings.Where(finding => finding.Severity == CheckSeverity.Error)
            .Select(finding => $"{finding.Rule} {finding.File}{finding.Pointer}").Distinct().Should().Equal(
            "example data/api/client-server/definitions/m.relates_to.yaml#/example",
            "example data/api/client-server/definitions/olm_payload.yaml#/example/content",
            "security data/api/client-server/room_summary.yaml#/paths/~1room_summary~1{roomIdOrAlias}/get/security/0/signedRequest",
            "example data/api/client-server/third_party_lookup.yaml#/paths/~1thirdparty~1protocols/get/responses/200/content/application~1json/schema/example/gitter",
            "security data/api/server-server/events.yaml#/paths/~1timestamp_to_event~1{roomId}/get/security/0/accessToken",
            "required data/event-schemas/schema/m.key.verification.accept.yaml#/properties/content/required/0");
    }

    [SkippableFact]
    public void The_warnings_in_v1_19_are_of_few_kinds()
    {
        Check("v1.19").Findings.Where(finding => finding.Severity == CheckSeverity.Warning).GroupBy(finding => finding.Rule)
            .Select(rule => (rule.Key, rule.Count()))
            .Should().BeEquivalentTo([("unknown-member", 28), ("embedded-event", 5), ("unquoted-version", 3)]);
    }

    [SkippableFact]
    public void Everything_in_v1_19_is_looked_at()
    {
        Check("v1.19").Visited.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["files"] = 406,
            ["operations"] = 235,
            ["responses"] = 590,
            ["schemas"] = 3301,
            ["parameter examples"] = 286,
            ["request examples"] = 6,
            ["response examples"] = 377,
            ["schema examples"] = 495,
            ["event examples"] = 83,
            ["embedded events"] = 79,
            ["defaults"] = 7,
            ["JSON texts in strings"] = 3,
        });
    }

    [SkippableFact]
    public void The_sources_of_v1_2_are_checked_too()
    {
        var report = Check("v1.2");

        report.Findings.Should().Contain(finding => finding.Rule == "schema" && finding.File.EndsWith("event-schemas/m.typing.yaml"));
        report.Visited.Should().Contain(new KeyValuePair<string, int>("operations", 206));
    }

    private static CheckReport Check(string version) =>
        new SpecChecker(new CheckOptions { SpecDirectory = Repository.SpecSources(version) }).Check();
}
