namespace Conformance.Homeservers.Containers;

/// <summary>Foreign text in one of our messages.</summary>
internal static class OneLine
{
    private const int Longest = 400;

    /// <summary>The text on one line, without the full stop at its end, cut where it is long.</summary>
    public static string Of(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' ');
        return line.Length <= Longest ? line : $"{line[..Longest]} ...";
    }
}
