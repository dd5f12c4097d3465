namespace Conformance.Steps.Phrases;

/// <summary>What sort of client makes a call.</summary>
public enum CallerKind
{
    /// <summary>A person of the scenario, on one of their devices.</summary>
    Person,

    /// <summary>A client without access token.</summary>
    Anonymous,

    /// <summary>A client with an access token that no server ever issued.</summary>
    UnknownToken,

    /// <summary>The application service, asserting the identity of one of its users.</summary>
    ApplicationService,
}
