using System.Text.RegularExpressions;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Reads the regular expressions of a target file.</summary>
internal static class Expressions
{
    /// <summary>What a text is as a regular expression; null, and why, if it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="failure">Receives why it is none; null otherwise.</param>
    public static Regex? Read(string text, out string? failure)
    {
        try
        {
            failure = null;
            // Without backtracking, so that no expression and no server makes a search long.
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            failure = wrong is ArgumentException
                ? $"this is not a regular expression: {wrong.Message.ReplaceLineEndings(" ").TrimEnd('.')}"
                : "this regular expression looks back or ahead, which is not possible here; write a simpler one";
            return null;
        }
    }
}
