using Conformance.Homeservers.Targets.Description;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>The folder of a target file.</summary>
internal interface ITargetFolder
{
    /// <summary>The target file, as messages name it.</summary>
    string File { get; }

    /// <summary>The target file's text.</summary>
    /// <exception cref="TargetFileException">It cannot be read.</exception>
    string Text { get; }

    /// <summary>A file beside it, as messages name it.</summary>
    string Name(string path);

    /// <summary>The text of a file beside it; null, and why, if it cannot be read.</summary>
    string? Read(string path, out string? failure);
}
