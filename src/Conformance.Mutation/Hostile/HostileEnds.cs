namespace Conformance.Mutation.Hostile;

/// <summary>How a run against a hostile server may end.</summary>
[Flags]
public enum HostileEnds
{
    /// <summary>Not run.</summary>
    None = 0,

    /// <summary>Nothing is wrong with the server: what it does is odd, and permitted.</summary>
    Conforming = 1,

    /// <summary>The specification is violated.</summary>
    Violations = 2,

    /// <summary>One line says why the server cannot be tested.</summary>
    Unusable = 4,

    /// <summary>Too little could be checked.</summary>
    NotChecked = 8,

    /// <summary>The answers say something about the server, or too few of them came.</summary>
    Red = Violations | NotChecked,

    /// <summary>Anything that says plainly that something is wrong.</summary>
    Bad = Violations | Unusable | NotChecked,
}
