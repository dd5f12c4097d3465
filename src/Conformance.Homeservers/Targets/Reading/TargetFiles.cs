using Conformance.Homeservers.Targets.Description;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>The target files of the suite and of this machine.</summary>
public static class TargetFiles
{
    /// <summary>The names of the built-in target files.</summary>
    public static IReadOnlyList<string> BuiltInNames { get; } = ["synapse", "conduit", "tuwunel", "dendrite"];

    /// <summary>Reads a target file.</summary>
    /// <param name="file">Its path; the files that it names are looked for beside it.</param>
    /// <exception cref="TargetFileException">It cannot be read, or is not a target file; the message has one line for each
    /// error.</exception>
    public static TargetFile Load(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var folder = new DiskFolder(file);
        return new TargetFileReader(folder, Environment.GetEnvironmentVariable).Read();
    }

    /// <summary>A target file that comes with the suite.</summary>
    /// <param name="name">One of <see cref="BuiltInNames"/>.</param>
    /// <exception cref="ArgumentException">There is none with that name.</exception>
    public static TargetFile BuiltIn(string name)
    {
        if (!BuiltInNames.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException($"there is no built-in target \"{name}\"; there are {string.Join(", ", BuiltInNames)}",
                nameof(name));
        return new TargetFileReader(new EmbeddedFolder(name), Environment.GetEnvironmentVariable).Read();
    }
}
