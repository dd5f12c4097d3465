using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>Members that the schema does not know. The specification lets a server add its own, so this is a remark, never more.</summary>
internal sealed class UnknownMemberCheck : ICheck
{
    private const int MostFindings = 20;

    public IEnumerable<Finding> Examine(Answer answer) => answer.UnknownMembers(MostFindings).Select(pointer => new Finding(
        FindingKind.UnknownMember,
        FindingSeverity.Note,
        pointer,
        $"members that the schema of {answer.Name} lists",
        pointer,
        $"{answer.Name}: the specification knows no member {pointer}."));
}
