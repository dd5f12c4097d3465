using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>The body meets the schema of this operation and status.</summary>
internal sealed class SchemaCheck : ICheck
{
    // A list of a thousand wrong entries tells no more than one of fifty.
    private const int MostFindings = 50;

    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Json is not { } body || answer.Schema is null || !ErrorShape.MustMeetSchema(answer, body))
            yield break;
        // The standard error's own check says more of a missing errcode than the schema does.
        var elsewhere = answer.IsClientError && ErrorShape.MustBeStandardError(answer, body) && StandardErrorCheck.LacksErrorCode(body);
        foreach (
            var finding in answer.SchemaFindings.Where(finding =>
                !elsewhere || finding.InstancePointer.Length > 0 && finding.InstancePointer != "/errcode").Take(MostFindings))
        {
            var where = finding.InstancePointer.Length == 0 ? "the body" : finding.InstancePointer;
            yield return new Finding(
                FindingKind.Schema,
                FindingSeverity.Violation,
                finding.InstancePointer,
                $"{where} as in the schema of {answer.Name} ({finding.Keyword} at #{finding.SchemaPointer})",
                Excerpt.Of(body, finding.InstancePointer, answer.Redactor),
                $"{answer.Name}: {where}: {finding.Message}");
        }
    }
}
