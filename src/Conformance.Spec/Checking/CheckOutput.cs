using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Writes reports of a check, for people and for machines.</summary>
public static class CheckOutput
{
    private const string SarifSchema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>For people: the findings by file, then what was looked at and how many findings there are.</summary>
    public static string Text(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (var file in report.Findings.GroupBy(finding => finding.File))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(file.Key.Length > 0 ? file.Key : "(no file)")}\n");
            foreach (var finding in file)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"  {finding.Line}:{finding.Column}  {Name(finding.Severity)}  {finding.Rule}: {finding.Message}\n");
                if (finding.Pointer.Length > 1)
                    text.Append(CultureInfo.InvariantCulture, $"      at {finding.Pointer}\n");
            }

            text.Append('\n');
        }

        text.Append(
            CultureInfo.InvariantCulture, $"Looked at {string.Join(", ", report.Visited.Select(kind => $"{kind.Value} {kind.Key}"))}.\n");
        text.Append(CultureInfo.InvariantCulture, $"{Number(report.Errors, "error")}, {Number(report.Warnings, "warning")}\n");
        return text.ToString();
    }

    /// <summary>
    /// For machines: an array of <c>{rule, severity, file, line, column, pointer, message}</c>. It also serves as a baseline.
    /// </summary>
    public static string Json(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return WriteJson(writer =>
        {
            writer.WriteStartArray();
            foreach (var finding in report.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", finding.Rule);
                writer.WriteString("severity", Name(finding.Severity));
                writer.WriteString("file", finding.File);
                writer.WriteNumber("line", finding.Line);
                writer.WriteNumber("column", finding.Column);
                writer.WriteString("pointer", finding.Pointer);
                writer.WriteString("message", finding.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>For code scanning: SARIF 2.1.0.</summary>
    public static string Sarif(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", SarifSchema);
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            writer.WriteStartObject("tool");
            writer.WriteStartObject("driver");
            writer.WriteString("name", "conformance check-spec");
            writer.WriteStartArray("rules");
            foreach (var rule in CheckRules.All)
                WriteRule(writer, rule);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("results");
            foreach (var finding in report.Findings)
                WriteResult(writer, finding);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>For a GitHub workflow: one annotation command a line.</summary>
    public static string GitHub(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
        {
            var place = finding.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $",line={finding.Line},col={finding.Column}") : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"::{Name(finding.Severity)} file={Property(finding.File)}{place},title={Property(finding.Rule)}::{Data(finding.Message)}\n");
        }

        return text.ToString();
    }

    private static void WriteRule(Utf8JsonWriter writer, CheckRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Name);
        writer.WriteStartObject("shortDescription");
        writer.WriteString("text", rule.Summary);
        writer.WriteEndObject();
        writer.WriteStartObject("defaultConfiguration");
        writer.WriteBoolean("enabled", rule.IsDefault);
        writer.WriteString("level", Name(rule.Severity));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, CheckFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule);
        writer.WriteNumber("ruleIndex", CheckRules.All.TakeWhile(rule => rule.Name != finding.Rule).Count());
        writer.WriteString("level", Name(finding.Severity));
        writer.WriteStartObject("message");
        writer.WriteString("text", finding.Message);
        writer.WriteEndObject();
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", string.Join('/', finding.File.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteEndObject();
        if (finding.Line > 0)
        {
            writer.WriteStartObject("region");
            writer.WriteNumber("startLine", finding.Line);
            writer.WriteNumber("startColumn", Math.Max(1, finding.Column));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        if (finding.Pointer.Length > 0)
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", finding.Pointer);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string WriteJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, SourceJson.Options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static string Name(CheckSeverity severity) => severity == CheckSeverity.Error ? "error" : "warning";

    private static string Number(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    // The workflow commands' own escapes.
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
