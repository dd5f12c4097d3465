using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Conformance.House.Tests;

/// <summary>Which folders of a project use which others, by what the compiled code refers to. A namespace is a folder.</summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    /// <summary>Reads an assembly.</summary>
    public FolderGraph(System.Reflection.Assembly assembly)
    {
        var root = assembly.GetName().Name!;
        foreach (var type in new ArchLoader().LoadAssembly(assembly).Build().Types.Where(type => IsOf(type, root)))
        {
            foreach (var target in type.Dependencies.Select(dependency => dependency.Target).Where(target => IsOf(target, root)))
                Add(Folder(type, root), Folder(target, root), $"{type.Name} uses {target.Name}");
        }
    }

    /// <summary>The circles: folders that use each other, straight or by way of others; for each use between them an example.</summary>
    public IReadOnlyList<string> Circles()
    {
        var reach = _uses.Keys.ToDictionary(folder => folder, Reachable, StringComparer.Ordinal);
        return
        [
            .. from use in _uses
               from target in use.Value
               where reach.TryGetValue(target.Key, out var back) && back.Contains(use.Key)
               select $"{use.Key} -> {target.Key}: {target.Value}",
        ];
    }

    private static bool IsOf(IType type, string root) =>
        // A type parameter has no namespace.
        type.Namespace?.FullName is { } name && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal));

    private static string Folder(IType type, string root) => type.Namespace.FullName.Length == root.Length
        ? "."
        : type.Namespace.FullName[(root.Length + 1)..].Replace('.', '/');

    private void Add(string folder, string target, string example)
    {
        if (folder == target)
            return;
        if (!_uses.TryGetValue(folder, out var targets))
            _uses.Add(folder, targets = new(StringComparer.Ordinal));
        targets.TryAdd(target, example);
    }

    private HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([folder]);
        while (next.TryPop(out var current))
        {
            foreach (var target in _uses.GetValueOrDefault(current)?.Keys.Where(reached.Add) ?? [])
                next.Push(target);
        }

        return reached;
    }
}
