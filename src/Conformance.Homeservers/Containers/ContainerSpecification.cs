namespace Conformance.Homeservers.Containers;

/// <summary>Describes a container.</summary>
public sealed record ContainerSpecification
{
    /// <summary>The image it is made from; the engine must have it.</summary>
    public required string Image { get; init; }

    /// <summary>A name for people. The engine's name of the container is made from it and is unique, so that two runs do not
    /// collide.</summary>
    public required string Name { get; init; }

    /// <summary>The program and its first arguments; null for the image's own.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>The arguments; the image's own if there are none and <see cref="Entrypoint"/> is null.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Environment variables beside the image's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Files put into the container before it starts. They, and folders made for them, belong to <see cref="User"/> if that is
    /// numeric, otherwise to root.</summary>
    public IReadOnlyList<ContainerFile> Files { get; init; } = [];

    /// <summary>Ports reachable from this machine, on 127.0.0.1 only.</summary>
    public IReadOnlyList<PublishedPort> Ports { get; init; } = [];

    /// <summary>The user, as <c>name</c>, <c>uid</c> or <c>uid:gid</c>; null for the image's own.</summary>
    public string? User { get; init; }

    /// <summary>Whether the container stays when the run ends, so that somebody can look into it.</summary>
    public bool Keep { get; init; }
}
