using Conformance.Matrix.Exchanges;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Causes;

/// <summary>Says a cause in one line, as a changelog could.</summary>
/// <param name="cause">The cause, without its title.</param>
/// <param name="marks">Tells which findings count.</param>
internal sealed class CauseTitle(Cause cause, CauseMarks marks)
{
    private const int MostNames = 3;
    private const int MostCharacters = 80;

    /// <summary>The line.</summary>
    public string Write()
    {
        var subject = Subject(cause.Operations);
        var violation = cause.Scenarios.SelectMany(scenario => scenario.Violations).FirstOrDefault();
        return cause.Kind switch
        {
            CauseKind.NotImplemented =>
                $"{subject} {(cause.Operations.Count > 1 ? "are" : "is")} not implemented: {Short(violation?.Actual ?? Missing())}",
            _ when violation is null => OfResponses(subject),
            _ when violation.Expected.StartsWith("set-up: ", StringComparison.Ordinal) =>
                $"{subject} {Answers()} {Short(violation.Actual)}, which other scenarios need to succeed",
            _ when IsAnswer(violation) =>
                $"{subject} {Answers()} {Short(violation.Actual)}{After()}, expected {Short(violation.Expected)}{Harm()}",
            _ => $"{subject}: {Short(violation.Actual)}{After()}, expected {Short(violation.Expected)}",
        };
    }

    // Whatever else it did, in other scenarios, the gravest comes first.
    private string Harm() => cause.Scenarios.SelectMany(scenario => scenario.Harm).FirstOrDefault() is { } harm
        ? $", and then {Short(harm.Actual)}"
        : "";

    private string Missing() => cause.Responses.SelectMany(response => response.Findings)
        .First(finding => finding.Kind is FindingKind.NotImplemented).Actual;

    private string OfResponses(string subject)
    {
        var response = cause.Responses[0];
        var finding = marks.Counting(response).First();
        return cause.Kind is CauseKind.ServerError
            ? $"{subject} {Answers()} {Short(finding.Actual)}"
            : $"{subject}: {Short(Seen.Of(finding.Pointer, finding.Actual))}, expected {Short(finding.Expected)}";
    }

    private static bool IsAnswer(ViolationReport violation) =>
        violation.Exchange?.Status is { } status
        && violation.Actual.StartsWith(status.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // What was granted before, where it is the same in all scenarios.
    private string After() => cause.Scenarios.SelectMany(scenario => scenario.Violations.Take(1))
        .Select(violation => violation.After is { Status: >= 200 and < 300 } after ? after.Operation : null)
        .Distinct(StringComparer.Ordinal).ToList() is [{ } operation]
        && !cause.Operations.Contains(operation, StringComparer.Ordinal)
            ? $" after {operation}"
            : "";

    private string Answers() => cause.Operations.Count > 1 ? "answer" : "answers";

    private static string Subject(IReadOnlyList<string> operations) => operations.Count switch
    {
        0 => "the server",
        1 => operations[0],
        <= MostNames => $"{string.Join(", ", operations.SkipLast(1))} and {operations[^1]}",
        _ => $"{string.Join(", ", operations.Take(MostNames - 1))} and {Counted.Of(operations.Count - MostNames + 1, "other operation")}",
    };

    // The server has chosen parts of it.
    private static string Short(string text)
    {
        var line = Printable.OneLine(text);
        var end = line.Length > MostCharacters && char.IsHighSurrogate(line[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters;
        return line.Length <= MostCharacters ? line : line[..end].TrimEnd() + "...";
    }
}
