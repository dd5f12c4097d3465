namespace Conformance.Spec;

/// <summary>What is at stake where a server violates a requirement, the gravest first.</summary>
public enum RequirementStake
{
    /// <summary>An account or its secrets: somebody else could take them.</summary>
    Account,

    /// <summary>A person's own data: it is lost, or disclosed.</summary>
    Data,

    /// <summary>The service: the server breaks, or lacks something that it should offer.</summary>
    Service,

    /// <summary>What the text demands of the server.</summary>
    Behaviour,

    /// <summary>Forms, codes and texts.</summary>
    Form,
}
