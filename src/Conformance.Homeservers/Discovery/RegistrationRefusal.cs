namespace Conformance.Homeservers.Discovery;

/// <summary>How a server says that the suite cannot register accounts.</summary>
internal enum RegistrationRefusal
{
    /// <summary>It does not say so: accounts can be registered, or the answer says nothing.</summary>
    None,

    /// <summary>It takes no registrations.</summary>
    Closed,

    /// <summary>It asks for stages that the suite cannot complete.</summary>
    BeyondTheSuite,
}
