namespace Conformance.Homeservers.Targets.Description;

/// <summary>How the suite gets accounts.</summary>
public enum AccountWay
{
    /// <summary>It registers them, as anybody may.</summary>
    Registration,

    /// <summary>They are given to it.</summary>
    Ready,

    /// <summary>The server's administrator makes them.</summary>
    Administrator,
}
