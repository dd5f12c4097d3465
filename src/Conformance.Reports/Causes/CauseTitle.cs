using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Causes;

/// <summary>Says a cause in one line, as a changelog could.</summary>
internal static class CauseTitle
{
    private const int MostNames = 3;
    private const int MostCharacters = 80;

    /// <summary>The line.</summary>
    public static string Of(Cause cause)
    {
        var subject = Subject(cause.Operations);
        var violation = cause.Scenarios.SelectMany(scenario => scenario.Violations).FirstOrDefault();
        return cause.Kind switch
        {
            CauseKind.NotImplemented => $"{subject} {(cause.Operations.Count > 1 ? "are" : "is")} not implemented: {violation!.Actual}",
            _ when violation is null => OfResponses(cause, subject),
            _ when violation.Expected.StartsWith("set-up: ", StringComparison.Ordinal) =>
                $"{subject} {Answers(cause)} {violation.Actual}, which other scenarios need to succeed",
            _ when IsAnswer(violation) => $"{subject} {Answers(cause)} {violation.Actual}, expected {Short(violation.Expected)}",
            _ => $"{subject}: {Short(violation.Actual)}, expected {Short(violation.Expected)}",
        };
    }

    private static string OfResponses(Cause cause, string subject)
    {
        var response = cause.Responses[0];
        var finding = CauseMarks.Counting(response).First();
        return cause.Kind is CauseKind.ServerError
            ? $"{subject} {Answers(cause)} {finding.Actual}"
            : $"{subject}: {Short(Seen.Of(finding.Pointer, finding.Actual))}, expected {Short(finding.Expected)}";
    }

    private static bool IsAnswer(ViolationReport violation) =>
        violation.Exchange?.Status is { } status
        && violation.Actual.StartsWith(status.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Answers(Cause cause) => cause.Operations.Count > 1 ? "answer" : "answers";

    private static string Subject(IReadOnlyList<string> operations) => operations.Count switch
    {
        0 => "the server",
        1 => operations[0],
        <= MostNames => $"{string.Join(", ", operations.SkipLast(1))} and {operations[^1]}",
        _ => $"{string.Join(", ", operations.Take(MostNames - 1))} and {Counted.Of(operations.Count - MostNames + 1, "other operation")}",
    };

    private static string Short(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters].TrimEnd() + "...";
}
