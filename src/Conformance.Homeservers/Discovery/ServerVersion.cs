using System.Text.RegularExpressions;

namespace Conformance.Homeservers.Discovery;

/// <summary>The version of a server in the form in which reports show it.</summary>
internal static partial class ServerVersion
{
    private const int Longest = 100;

    /// <summary>The first line of what a server says of itself; with its name in front where that is a number only.</summary>
    /// <param name="name">What the target is called; null where it has no name.</param>
    /// <param name="told">What the server says.</param>
    /// <returns>The version; null where it says nothing.</returns>
    public static string? Of(string? name, string told)
    {
        var line = told.Split('\n', '\r').Select(part => part.Trim()).FirstOrDefault(part => part.Length > 0);
        if (line is null)
            return null;
        var text = line.Length <= Longest ? line : line[..Longest];
        return name is not null && Number().IsMatch(text) ? $"{name} {text}" : text;
    }

    [GeneratedRegex(@"^v?[0-9]")]
    private static partial Regex Number();
}
