namespace Conformance.Spec;

/// <summary>What is at stake where a server violates a requirement, the gravest first.</summary>
public enum RequirementStake
{
    /// <summary>An account or its secrets, for somebody else to take.</summary>
    Account,

    /// <summary>What is a person's own: it is lost, or disclosed.</summary>
    Data,

    /// <summary>The service: the server breaks, or what it should offer is not there.</summary>
    Service,

    /// <summary>What the text demands the server to do.</summary>
    Behaviour,

    /// <summary>Forms, codes and texts.</summary>
    Form,
}
