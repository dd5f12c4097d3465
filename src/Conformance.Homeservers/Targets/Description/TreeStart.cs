namespace Conformance.Homeservers.Targets.Description;

/// <summary>How a homeserver is started as a plain process, from an unpacked file tree or from whatever the machine has.</summary>
public sealed record TreeStart
{
    /// <summary>The tree's folder; null if it is given on the command line, or not used.</summary>
    public string? Folder { get; init; }

    /// <summary>The program, with the arguments that it has in every profile, templates. A profile's own follow.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Environment variables beside the suite's own, templates.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
