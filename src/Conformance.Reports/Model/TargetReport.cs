namespace Conformance.Reports.Model;

/// <summary>The homeserver of a run.</summary>
/// <param name="Name">What the user called it: <c>embedded</c>, or the URL.</param>
/// <param name="Version">The server's own name and version; null if it does not say.</param>
/// <param name="Url">The base URL.</param>
public sealed record TargetReport(string Name, string? Version, string Url)
{
    /// <summary>What a baseline calls it: its own name and version, or else what the user called it.</summary>
    public string ToServer() => Version ?? Name;

    /// <summary>Name and version in one phrase, e.g. <c>http://localhost:8008 (Synapse 1.160.0)</c>.</summary>
    public override string ToString() => Version is null ? Name : $"{Name} ({Version})";
}
