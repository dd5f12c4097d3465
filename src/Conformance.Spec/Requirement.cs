namespace Conformance.Spec;

/// <summary>Something the specification demands of a homeserver, in our words, with the clause it stands on.</summary>
public sealed record Requirement
{
    /// <summary>The stable id, <c>AREA-nn</c>, e.g. <c>DEV-14</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How strongly it is demanded.</summary>
    public required RequirementLevel Level { get; init; }

    /// <summary>How the specification states it.</summary>
    public required RequirementBasis Basis { get; init; }

    /// <summary>What is at stake where a server violates it.</summary>
    public required RequirementStake Stake { get; init; }

    /// <summary>Why the specification leaves it open: it contradicts itself or is silent. Null if it does not leave it open.</summary>
    public string? Open { get; init; }

    /// <summary><c>METHOD path</c>, or <c>*</c> where it spans endpoints.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The operation it is about; null where it spans operations.</summary>
    public string? OperationId { get; init; }

    /// <summary>Where the specification says so.</summary>
    public required Clause Clause { get; init; }

    /// <summary>The version that added it; null where the source has no such mark.</summary>
    public SpecVersion? Since { get; init; }

    /// <summary>What the server does, one sentence.</summary>
    public required string Text { get; init; }

    /// <summary>How a violation shows.</summary>
    public required string Observe { get; init; }

    /// <summary>What a server must offer so that this can be checked; see <see cref="Need"/>.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>Whether it can be checked from outside.</summary>
    public required Testability Testable { get; init; }

    /// <summary>Why it can be checked only partly, or not at all.</summary>
    public string? Why { get; init; }

    /// <summary>A remark, mostly on a conflict inside the specification.</summary>
    public string? Note { get; init; }

    /// <summary>The folder of <c>features/</c> that it belongs to, e.g. <c>devices</c>.</summary>
    public required string Chapter { get; init; }
}
