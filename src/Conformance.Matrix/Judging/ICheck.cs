using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>One thing that the judge looks at.</summary>
internal interface ICheck
{
    /// <summary>The findings about an answer; none if it is as it should be.</summary>
    IEnumerable<Finding> Examine(Answer answer);
}
