namespace Conformance.Matrix.Companions;

/// <summary>What the homeserver asked of the suite's own servers by an API of the specification. Safe to use from many scenarios at
/// once.</summary>
public interface ICompanionRequests
{
    /// <summary>Every request, in the order it came. Those of the suite itself are not among them.</summary>
    IReadOnlyList<CompanionRequest> All { get; }
}
