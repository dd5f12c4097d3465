namespace Conformance.Homeservers.Discovery;

/// <summary>How a server lets the suite know that it can register no accounts.</summary>
internal enum RegistrationRefusal
{
    /// <summary>It does not: accounts can be registered, or the answer says nothing.</summary>
    None,

    /// <summary>It takes no registrations.</summary>
    Closed,

    /// <summary>It asks for stages that the suite cannot complete.</summary>
    BeyondTheSuite,
}
