using Conformance.Homeservers.Targets.Description;
using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>The folder of a target that comes with the suite.</summary>
/// <param name="target">The target's name.</param>
internal sealed class EmbeddedFolder(string target) : ITargetFolder
{
    private const string TargetFileName = "target.yaml";

    /// <inheritdoc/>
    public string File => Name(TargetFileName);

    /// <inheritdoc/>
    public string Text =>
        Read(TargetFileName, out var failure)
        ?? throw new TargetFileException([new Problem(failure!) { Place = ErrorPlace.InFile(File, 1),
            NextStep = "the build is incomplete" }]);

    /// <inheritdoc/>
    public string Name(string path) => $"{target}/{path}";

    /// <inheritdoc/>
    public string? Read(string path, out string? failure)
    {
        var text = EmbeddedText.Read($"targets/{target}/{path}");
        failure = text is null ? $"there is no file {Name(path)}" : null;
        return text;
    }
}
