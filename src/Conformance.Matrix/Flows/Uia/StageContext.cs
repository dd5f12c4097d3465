using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Targets;

namespace Conformance.Matrix.Flows.Uia;

/// <summary>What a stage's solver may draw on.</summary>
/// <param name="Owner">Whose credentials are to be used; null where nobody's are, as in a first registration.</param>
/// <param name="Target">The homeserver under test.</param>
public sealed record StageContext(Actor? Owner, Target Target)
{
    /// <summary>The call to authenticate; null while it is not known yet.</summary>
    public OperationCall? Call { get; init; }

    /// <summary>What a solver makes calls and opens pages with; null where a stage is only asked about, not answered.</summary>
    public FlowClient? Client { get; init; }

    /// <summary>What a solver makes calls and opens pages with.</summary>
    /// <exception cref="ArgumentException">There is nothing.</exception>
    internal FlowClient RequiredClient =>
        Client ?? throw new ArgumentException("The stage needs a client to make calls of its own.", nameof(Client));
}
