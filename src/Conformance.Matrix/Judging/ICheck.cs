using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>One thing that the judge looks at.</summary>
internal interface ICheck
{
    /// <summary>What is to be said of an answer; nothing if it is as it should be.</summary>
    IEnumerable<Finding> Examine(Answer answer);
}
