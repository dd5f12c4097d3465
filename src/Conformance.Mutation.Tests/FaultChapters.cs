using Conformance.Testing;

namespace Conformance.Mutation.Tests;

/// <summary>
/// Which chapters a fault turns red beside those that have scenarios of its requirement, as <c>FaultChapters.txt</c> lists it:
/// <c>name: chapter chapter</c>. What is not listed stays there.
/// </summary>
internal static class FaultChapters
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Listed = File
        .ReadLines(Path.Combine(Repository.Root, "src", "Conformance.Mutation.Tests", "FaultChapters.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => (IReadOnlyList<string>)parts[1].Split(' '), StringComparer.Ordinal);

    /// <summary>The names that are listed.</summary>
    public static IEnumerable<string> Names => Listed.Keys;

    /// <summary>Whether a fault may turn any chapter red.</summary>
    public static bool AreAny(string fault) => Of(fault) is ["*"];

    /// <summary>The further chapters of a fault.</summary>
    public static IReadOnlyList<string> Of(string fault) => Listed.GetValueOrDefault(fault) ?? [];
}
