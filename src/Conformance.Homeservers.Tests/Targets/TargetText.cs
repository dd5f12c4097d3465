using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Reading;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>Target files that lie nowhere.</summary>
internal static class TargetText
{
    /// <summary>Reads a target file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="files">The files beside it.</param>
    /// <param name="environment">The environment.</param>
    public static TargetFile Read(string text, Dictionary<string, string>? files = null, Dictionary<string, string>? environment = null) =>
        new TargetFileReader(new Folder(text, files ?? []), name => environment?.GetValueOrDefault(name)).Read();

    private sealed class Folder(string text, Dictionary<string, string> files) : ITargetFolder
    {
        public string File => "my.yaml";

        public string Text => text;

        public string Name(string path) => path;

        public string? Read(string path, out string? failure)
        {
            var found = files.GetValueOrDefault(path);
            failure = found is null ? $"there is no file {path}" : null;
            return found;
        }
    }
}
