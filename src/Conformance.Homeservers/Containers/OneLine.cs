namespace Conformance.Homeservers.Containers;

/// <summary>Fits foreign text into a message of the suite.</summary>
internal static class OneLine
{
    private const int Longest = 400;

    /// <summary>The text on one line, without a full stop at its end, cut if it is long.</summary>
    public static string Of(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' ');
        return line.Length <= Longest ? line : $"{line[..Longest]} ...";
    }
}
