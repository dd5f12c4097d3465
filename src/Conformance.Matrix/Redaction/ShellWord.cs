namespace Conformance.Matrix.Redaction;

/// <summary>Text as a word of a POSIX shell, which takes nothing in it for a command or a variable.</summary>
public static class ShellWord
{
    /// <summary>The text in single quotes.</summary>
    public static string Quote(string text) => $"'{Escape(text)}'";

    /// <summary>The text as it stands between single quotes.</summary>
    internal static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("'", "'\\''", StringComparison.Ordinal);
    }
}
