namespace Conformance.Homeservers.Targets.Reading;

/// <summary>The texts that travel inside this assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>A text; null if there is none of that name.</summary>
    public static string? Read(string name)
    {
        var home = typeof(EmbeddedText).Assembly;
        // A build on Windows writes the folders of a logical name with backslashes.
        using var stream = home.GetManifestResourceStream(name) ?? home.GetManifestResourceStream(name.Replace('/', '\\'));
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
