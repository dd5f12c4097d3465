namespace Conformance.Steps.Phrases;

/// <summary>What sort of client makes a call.</summary>
public enum CallerKind
{
    /// <summary>A person of the scenario, on one of their devices, or with a token of theirs that was remembered.</summary>
    Person,

    /// <summary>A client without access token.</summary>
    Anonymous,

    /// <summary>The session that the last login or registration began.</summary>
    NewSession,

    /// <summary>A client with an access token that no server ever issued.</summary>
    UnknownToken,

    /// <summary>The application service, mostly asserting the identity of a user.</summary>
    ApplicationService,
}
