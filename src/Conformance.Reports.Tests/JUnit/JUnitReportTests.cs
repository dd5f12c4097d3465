using System.Text;
using System.Xml.Linq;
using Conformance.Reports.Baselines;
using Conformance.Reports.JUnit;
using Conformance.Reports.Model;
using Conformance.Reports.Tests.Baselines;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.JUnit;

public sealed class JUnitReportTests
{
    [Fact]
    public void A_suite_for_each_feature_one_for_the_responses_and_one_for_the_baseline()
    {
        var baseline = new Baseline
        {
            File = "b.yaml",
            Entries = [SampleBaselines.Entry("getDevices.200", null, 2), SampleBaselines.Entry("UIA-10", "devices/listing#passing-3", 5)],
        };
        var report = BaselineComparison.Apply(
            SampleReports.Report(
                [SampleReports.Failed with { Requirements = [] }, SampleReports.Passed(3),
                    SampleReports.Skipped(4, "needs guest: guest access")],
                [SampleReports.GoodResponse, SampleReports.BadResponse]),
            baseline,
            isWhole: true);

        Text(report).Should().Be(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <testsuites name="Conformance 0.1.0 against http://localhost:8008 (Synapse 1.160.0), checked against v1.19" tests="6" failures="2" errors="0" skipped="2" time="2.149">
              <testsuite name="A feature" tests="1" failures="1" errors="0" skipped="0" time="0.120">
                <testcase classname="features/devices/deletion.feature" name="Deleting a device ends its session" time="0.120">
                  <properties>
                    <property name="cause" value="getTokenOwner answers 200, expected 401 M_UNKNOWN_TOKEN" />
                    <property name="stake" value="form" />
                  </properties>
                  <failure message="expected 401 M_UNKNOWN_TOKEN, found 200">
            1) (its tags name no requirement)
               Scenario  Deleting a device ends its session
                         features/devices/deletion.feature:12
               Step      Then the response is ... (line 17)
               Expected  401 M_UNKNOWN_TOKEN
               Actual    200
               Exchange  Alice on "LAPTOP" calls getTokenOwner:
                         GET http://localhost:8008/_matrix/client/v3/account/whoami
                         -&gt; 200 in 3 ms
                           {"user_id":"@alice:example.org","device_id":"LAPTOP"}
               Repeat    curl -X GET 'http://localhost:8008/_matrix/client/v3/account/whoami' -H 'Authorization: Bearer &lt;access_token&gt;'
               Baseline  - scenario: "devices/deletion#deleting-a-device-ends-its-session"
                           reason: "why this is accepted"
                           server: "Synapse 1.160.0"
            </failure>
                </testcase>
              </testsuite>
              <testsuite name="A feature" tests="1" failures="0" errors="0" skipped="0" time="0.120">
                <testcase classname="features/devices/listing.feature" name="Passing 3" time="0.120" />
              </testsuite>
              <testsuite name="A feature" tests="1" failures="0" errors="0" skipped="1" time="0.120">
                <testcase classname="features/devices/refresh.feature" name="Skipped 4" time="0.120">
                  <skipped message="needs guest: guest access" />
                </testcase>
              </testsuite>
              <testsuite name="responses" tests="2" failures="0" errors="0" skipped="1" time="0.000">
                <testcase classname="responses" name="getDevice.404" time="0.000" />
                <testcase classname="responses" name="getDevices.200" time="0.000">
                  <properties>
                    <property name="cause" value="getDevices: /devices/*/last_seen_ts is a string, expected an integer" />
                    <property name="stake" value="form" />
                  </properties>
                  <skipped message="expected: reason 2" />
                </testcase>
              </testsuite>
              <testsuite name="baseline" tests="1" failures="1" errors="0" skipped="0" time="0.000">
                <testcase classname="b.yaml" name="UIA-10  devices/listing#passing-3" time="0.000">
                  <failure message="stale baseline entry: the listed check passes">
            b.yaml:5: UIA-10  devices/listing#passing-3 passes; remove the entry, or let --update-baseline do it
            </failure>
                </testcase>
              </testsuite>
            </testsuites>

            """);
    }

    [Fact]
    public void Errors_warnings_expected_failures_and_responses_have_their_own_ends()
    {
        var baseline = new Baseline { File = "b.yaml", Entries = [SampleBaselines.Entry("DEV-14", SampleBaselines.Deletion, 2)] };
        var xml = XDocument.Parse(Text(BaselineComparison.Apply(SampleReports.Everything, baseline, isWhole: true)));

        xml.Descendants("skipped").Select(skipped => skipped.Attribute("message")!.Value).Should().Contain("expected: reason 2");
        xml.Descendants("error")
            .Should().ContainSingle().Which.Value.Should().Contain("Error     The suite's own request to updateDevice breaks its schema");
        xml.Descendants("system-out").Should().ContainSingle().Which.Value.Should().Contain("1) UIA-10  ");
        var response = xml.Descendants("failure").Should().ContainSingle().Subject;
        response.Parent!.Attribute("name")!.Value.Should().Be("getDevices.200");
        response.Attribute("message")!.Value.Should().Be("At /devices/0/last_seen_ts: expected an integer, found a string.");
    }

    [Fact]
    public void What_XML_cannot_hold_is_left_out()
    {
        var scenario = SampleReports.Failed with
        {
            Feature = "\u0008F",
            Violations = [new ViolationReport("a\u0000\u001b\ud800b\uffff\U0001F600", "x", null)]
        };
        var report = SampleReports.Report(
            [SampleReports.Skipped(4, "a\u0000\u001b\ud800b\uffff\U0001F600"), scenario with { Name = "\u0001N\ufffe" }], []);

        var xml = XDocument.Parse(Text(report));

        xml.Descendants("testsuite").Last().Attribute("name")!.Value.Should().Be("F");
        xml.Descendants("testcase").Last().Attribute("name")!.Value.Should().Be("N");
        xml.Descendants("skipped").Single().Attribute("message")!.Value.Should().Be("a\\u0000\\u001B\\uD800b\\uFFFF\U0001F600");
        xml.Descendants("failure").Single()
            .Attribute("message")!.Value.Should().Be("expected a\\u0000\\u001B\\uD800b\\uFFFF\U0001F600, found x");
    }

    private static string Text(RunReport report) => Encoding.UTF8.GetString(JUnitReport.ToUtf8(report));
}
