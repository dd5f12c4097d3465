using Conformance.Spec;

namespace Conformance.Reports.Wording;

/// <summary>What is at stake, in a word.</summary>
public static class StakeWords
{
    /// <summary>E.g. <c>account</c>.</summary>
    public static string Of(RequirementStake stake) => stake.ToString().ToLowerInvariant();
}
