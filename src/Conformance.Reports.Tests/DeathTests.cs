using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using Conformance.Reports.Json;
using Conformance.Reports.JUnit;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>A homeserver that died is told in every form, with the requests that it had taken.</summary>
public sealed class DeathTests
{
    private static readonly RunReport Report = SampleReports.Report([SampleReports.Passed(3), SampleReports.NotChecked(9)], []) with
    {
        Deaths = [new DeathReport("email", true, [SampleReports.Rename]), new DeathReport("default", false, [])],
    };

    [Fact]
    public void The_console_tells_it_first()
    {
        using var text = new StringWriter { NewLine = "\n" };
        new ConsoleReport(text, colours: false).Write(Report);

        text.ToString().Should().StartWith(
            """
            the homeserver of the profile email died and was started again
               In flight Alice on "PHONE" calls updateDevice:
                         PUT http://localhost:8008/_matrix/client/v3/devices/PHONE
            """)
            .And.Contain("\nthe homeserver of the profile default died, and the run ended there\n")
            .And.EndWith("0 errors, 1 not checked, 2 deaths of the homeserver in 2.1 s\n");
    }

    [Fact]
    public void The_JSON_is_as_its_schema_has_it()
    {
        var bytes = JsonReport.ToUtf8(Report);

        CompiledSchema.Compile(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "report.schema.json")))
            .Validate(bytes).Should().BeEmpty();
        using var report = JsonDocument.Parse(bytes);
        var deaths = report.RootElement.GetProperty("deaths");
        deaths.GetArrayLength().Should().Be(2);
        deaths[0].GetProperty("profile").GetString().Should().Be("email");
        deaths[0].GetProperty("restarted").GetBoolean().Should().BeTrue();
        deaths[0].GetProperty("inFlight")[0].GetProperty("operation").GetString().Should().Be("updateDevice");
    }

    [Fact]
    public void JUnit_has_a_failure_for_each() =>
        Encoding.UTF8.GetString(JUnitReport.ToUtf8(Report)).Should()
            .Contain("<testsuite name=\"homeserver\" tests=\"2\" failures=\"2\"")
            .And.Contain("<failure message=\"the homeserver of the profile email died and was started again\">");
}
