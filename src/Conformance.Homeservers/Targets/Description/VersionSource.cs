using System.Text.RegularExpressions;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>How to learn a server's own version if it does not tell it over the federation API. One of the members is set.</summary>
public sealed record VersionSource
{
    /// <summary>The arguments with which the server's program prints its version and ends, templates; null for another way.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The header field of the server's answers that has the version; null for another way.</summary>
    public string? Header { get; init; }

    /// <summary>Finds the version in the server's log, as its only group; null for another way.</summary>
    public Regex? Log { get; init; }
}
