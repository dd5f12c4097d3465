using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Files;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Reports.Wording;

namespace Conformance.Reports.JUnit;

/// <summary>
/// Writes <c>junit.xml</c>, the form that build servers show: a suite for each feature, one for the kinds of response, and one for stale
/// entries of the baseline.
/// </summary>
public static class JUnitReport
{
    /// <summary>The file's name in the folder of <c>--report</c>.</summary>
    public const string FileName = "junit.xml";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>Writes the report into a folder, which is made if it is not there.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static async Task<string> WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        await WholeFile.WriteAsync(path, ToUtf8(report), cancellationToken).ConfigureAwait(false);
        return path;
    }

    /// <summary>The report as bytes.</summary>
    public static byte[] ToUtf8(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var causes = CauseFinder.Of(report);
        var byScenario = causes.SelectMany(cause => cause.Scenarios.Select(scenario => (scenario.Id, Cause: cause)))
            .ToDictionary(pair => pair.Id, pair => pair.Cause, StringComparer.Ordinal);
        var byResponse = causes.SelectMany(cause => cause.Responses.Select(response => (response.Check, Cause: cause)))
            .ToDictionary(pair => pair.Check, pair => pair.Cause, StringComparer.Ordinal);
        var suites = report.Scenarios
            .GroupBy(scenario => scenario.File, StringComparer.Ordinal)
            .Select(feature => new JUnitSuite(
                feature.First().Feature,
                [.. feature.Select(scenario => Case(scenario, report) with { Cause = byScenario.GetValueOrDefault(scenario.Id) })]))
            .ToList();
        if (report.Responses.Count > 0)
        {
            suites.Add(new JUnitSuite(
                "responses",
                [
                    .. report.Responses.Select(response =>
                        Case(response, report) with { Cause = byResponse.GetValueOrDefault(response.Check) }),
                ]));
        }

        if (report.Deaths.Count > 0)
            suites.Add(new JUnitSuite("homeserver", [.. report.Deaths.Select(Case)]));
        if (report.StaleEntries > 0)
            suites.Add(new JUnitSuite("baseline", [.. report.Baseline!.Stale.Select(entry => StaleCase(entry, report.Baseline.File))]));

        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
            Write(report, suites, xml);
        buffer.Write("\n"u8);
        return buffer.ToArray();
    }

    private static JUnitCase Case(ScenarioReport scenario, RunReport report)
    {
        var end = new JUnitCase(scenario.File, scenario.Name, scenario.Duration);
        if (scenario.Verdict is Verdict.Pass)
            return end;
        if (scenario.Verdict is Verdict.Skip)
            return end with { End = JUnitEnd.Skipped, Message = scenario.SkipReason ?? "no reason given" };
        if (scenario.Verdict is Verdict.NotChecked)
            return end with { End = JUnitEnd.Skipped, Message = "not checked: " + scenario.NotCheckedReason };
        if (scenario.IsExpected)
            return end with { End = JUnitEnd.Skipped, Message = "expected: " + scenario.Reason };

        var text = Text(console => console.WriteScenario(1, scenario, report));
        if (scenario.Verdict is Verdict.Error)
            return end with { End = JUnitEnd.Error, Message = scenario.Error ?? "", Text = text };

        var message =
            string.Join("; ", scenario.Violations.Select(violation => $"expected {violation.Expected}, found {violation.Actual}"));
        return end with
        {
            End = scenario.Verdict is Verdict.Warn
            ? JUnitEnd.PassedWithOutput
            : JUnitEnd.Failure,
            Message = message,
            Text = text
        };
    }

    private static JUnitCase Case(DeathReport death) => new("homeserver", $"the profile {death.Profile} stays alive", TimeSpan.Zero)
    {
        End = JUnitEnd.Failure,
        Message = death.Sentence,
        Text = Text(console => console.WriteDeath(death)),
    };

    private static JUnitCase Case(ResponseReport response, RunReport report)
    {
        var end = new JUnitCase("responses", response.Check, TimeSpan.Zero);
        if (response.Passing is { } passing)
            return end with { End = JUnitEnd.PassedWithOutput, Text = passing + "\n" };
        if (response.Verdict is Verdict.Pass)
            return end;
        if (response.IsExpected)
            return end with { End = JUnitEnd.Skipped, Message = "expected: " + response.Reason };

        var isWarning = response.Verdict is Verdict.Warn;
        return end with
        {
            End = isWarning ? JUnitEnd.PassedWithOutput : JUnitEnd.Failure,
            Message = response.Findings.Count == 0 ? "" : response.Findings[0].Message,
            Text = Text(console =>
                console.WriteResponse(response, report, isWarning ? FindingSeverity.Warning : FindingSeverity.Violation)),
        };
    }

    private static JUnitCase StaleCase(BaselineEntry entry, string file) => new(file, entry.Subject, TimeSpan.Zero)
    {
        End = JUnitEnd.Failure,
        Message = "stale baseline entry: the listed check passes",
        Text = string.Create(CultureInfo.InvariantCulture,
            $"{file}:{entry.Line}: {entry.Subject} passes; remove the entry, or let --update-baseline do it\n"),
    };

    private static string Text(Action<ConsoleReport> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(new ConsoleReport(text, colours: false));
        return text.ToString();
    }

    private static void Write(RunReport report, List<JUnitSuite> suites, XmlWriter xml)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", $"{report.Suite} against {report.Target}, checked against {report.SpecVersion}");
        Counts(xml, [.. suites.SelectMany(suite => suite.Cases)], report.Elapsed);
        foreach (var suite in suites)
        {
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", suite.Name);
            Counts(xml, suite.Cases, TimeSpan.FromTicks(suite.Cases.Sum(item => item.Duration.Ticks)));
            foreach (var item in suite.Cases)
                Write(item, xml);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Write(JUnitCase item, XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "classname", item.ClassName);
        Attribute(xml, "name", item.Name);
        Attribute(xml, "time", Seconds(item.Duration));
        if (item.Cause is { } cause)
        {
            xml.WriteStartElement("properties");
            Property(xml, "cause", Printable.OneLine(cause.Title));
            Property(xml, "stake", StakeWords.Of(cause.Stake));
            xml.WriteEndElement();
        }

        if (ElementOf(item.End) is { } element)
        {
            xml.WriteStartElement(element);
            if (item.End is not JUnitEnd.PassedWithOutput)
                Attribute(xml, "message", Printable.OneLine(item.Message));
            if (item.Text.Length > 0)
                xml.WriteString(Clean("\n" + item.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        xml.WriteEndElement();
    }

    private static string? ElementOf(JUnitEnd end) => end switch
    {
        JUnitEnd.Failure => "failure",
        JUnitEnd.Error => "error",
        JUnitEnd.Skipped => "skipped",
        JUnitEnd.PassedWithOutput => "system-out",
        _ => null,
    };

    private static void Counts(XmlWriter xml, IReadOnlyList<JUnitCase> cases, TimeSpan time)
    {
        Attribute(xml, "tests", Number(cases.Count));
        Attribute(xml, "failures", Number(cases.Count(item => item.End is JUnitEnd.Failure)));
        Attribute(xml, "errors", Number(cases.Count(item => item.End is JUnitEnd.Error)));
        Attribute(xml, "skipped", Number(cases.Count(item => item.End is JUnitEnd.Skipped)));
        Attribute(xml, "time", Seconds(time));
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML 1.0 has no way to write these, not even escaped.
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and < 0xFFFE) or >= 0x10000)
            .Select(rune => rune.ToString()));
}
