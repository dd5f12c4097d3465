namespace Conformance.Homeservers.Targets;

/// <summary>How a homeserver is run.</summary>
public enum TargetRuntime
{
    /// <summary>In a container where the target file has an image, else as a plain process.</summary>
    Any,

    /// <summary>In a container.</summary>
    Container,

    /// <summary>As a plain process, from an unpacked file tree.</summary>
    Tree,
}
