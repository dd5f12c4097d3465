namespace Conformance.Spec.Sources;

/// <summary>The files below one folder, each read once, and the references between them.</summary>
/// <param name="root">The folder; messages name files relative to it.</param>
/// <param name="errors">Receives the faults of files and references, each once.</param>
/// <param name="notices">Receives the faults that do not make files unusable.</param>
/// <param name="referenceErrors">Receives the faults of references; the same as <paramref name="errors"/> if it is left out.</param>
internal sealed class SourceTree(string root, List<SpecError> errors, List<SourceNotice> notices, List<SpecError>? referenceErrors = null)
{
    private const int LongestChain = 64;

    private readonly List<SpecError> _referenceErrors = referenceErrors ?? errors;
    private readonly Dictionary<string, SourceNode?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceScalar, SourceNode?> _resolved = [];

    /// <summary>
    /// The files of a folder with one of the extensions, as paths relative to the root, in ordinal order; none if there is no such folder.
    /// </summary>
    public IReadOnlyList<string> Files(string folder, bool recursive, params IReadOnlyList<string> extensions)
    {
        var path = Path.Combine(root, folder);
        if (!Directory.Exists(path))
            return [];
        return [.. Directory.EnumerateFiles(path, "*", recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads many files side by side.</summary>
    public void Preload(IReadOnlyList<string> files)
    {
        var unread = files.Where(file => !_files.ContainsKey(file)).ToArray();
        var read = new (SourceNode? Root, List<SpecError> Errors, List<SourceNotice> Notices)[unread.Length];
        Parallel.For(0, unread.Length, index =>
        {
            var (foundErrors, foundNotices) = (new List<SpecError>(), new List<SourceNotice>());
            read[index] = (Read(unread[index], foundErrors, foundNotices), foundErrors, foundNotices);
        });
        for (var index = 0; index < unread.Length; index++)
        {
            _files[unread[index]] = read[index].Root;
            errors.AddRange(read[index].Errors);
            notices.AddRange(read[index].Notices);
        }
    }

    /// <summary>Whether there is such a file below the root.</summary>
    public bool Exists(string file) => File.Exists(Path.Combine(root, file));

    /// <summary>The root of a file, read at its first mention; null, with an error added, if it cannot be read.</summary>
    public SourceNode? Load(string file)
    {
        if (_files.TryGetValue(file, out var known))
            return known;
        return _files[file] = Read(file, errors, notices);
    }

    /// <summary>What a <c>$ref</c> points to; null, with an error added at the reference, if there is nothing.</summary>
    public SourceNode? Resolve(SourceScalar reference)
    {
        if (!_resolved.TryGetValue(reference, out var target))
            _resolved[reference] = target = Find(reference, depth: 0);
        return target;
    }

    /// <summary>The node itself, or what its <c>$ref</c> finally points to where it has one; null after an error.</summary>
    public SourceNode? Follow(SourceNode? node)
    {
        for (var steps = 0; node is SourceMap map && map["$ref"] is SourceScalar reference; steps++)
        {
            if (steps == LongestChain)
            {
                _referenceErrors.Add(
                    reference.Error($"the reference \"{reference.Text}\" leads back to itself; make it point to a definition"));
                return null;
            }

            node = Resolve(reference);
        }

        return node;
    }

    private SourceNode? Read(string file, List<SpecError> foundErrors, List<SourceNotice> foundNotices)
    {
        var path = Path.Combine(root, file);
        try
        {
            return file.EndsWith(".json", StringComparison.Ordinal)
                ? JsonSourceReader.Read(file, File.ReadAllBytes(path), foundErrors, foundNotices)
                : YamlReader.Read(file, File.ReadAllText(path), foundErrors, foundNotices);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            foundErrors.Add(new SpecError(file, 0, 0, null, $"the file cannot be read: {exception.Message}"));
            return null;
        }
    }

    private SourceNode? Find(SourceScalar reference, int depth)
    {
        var hash = reference.Text.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? reference.Text : reference.Text[..hash];
        var fragment = hash < 0 ? "" : reference.Text[hash..];
        SourceNode? node;
        if (path.Length == 0)
        {
            node = Load(reference.File);
        }
        else
        {
            if (path.Contains("://", StringComparison.Ordinal))
                return Fail(reference, "is a network address, and the suite fetches nothing; point it to a file");
            if (FileAt(reference.File, path) is not { } file)
                return Fail(reference, "leaves the folder; point it to a file inside");
            if (!Exists(file))
                return Fail(reference, $"points to {file}, which does not exist");
            node = Load(file);
        }

        return node is null ? null : Descend(reference, node, fragment, depth);
    }

    private SourceNode? Descend(SourceScalar reference, SourceNode node, string fragment, int depth)
    {
        if (fragment is "" or "#")
            return node;
        if (!fragment.StartsWith("#/", StringComparison.Ordinal))
            return Fail(reference, "has a fragment that is not a JSON Pointer; write it as #/a/b");
        foreach (var token in JsonPointers.Tokens(fragment))
        {
            var next = Child(node, token);
            if (next is null && node is SourceMap map && map["$ref"] is SourceScalar indirect)
            {
                if (depth == LongestChain)
                    return Fail(reference, "leads back to itself; make it point to a definition");
                node = Find(indirect, depth + 1) ?? node;
                next = Child(node, token);
            }

            if (next is null)
                return Fail(reference, $"points to \"{token}\", which {node.Pointer} of {node.File} does not have");
            node = next;
        }

        return node;
    }

    private static SourceNode? Child(SourceNode node, string token) => node switch
    {
        SourceMap map => map[token],
        SourceList list when int.TryParse(token, out var index) && index >= 0 && index < list.Items.Count => list.Items[index],
        _ => null,
    };

    private static string? FileAt(string from, string path)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(path).Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private SourceNode? Fail(SourceScalar reference, string what)
    {
        _referenceErrors.Add(reference.Error($"the reference \"{reference.Text}\" {what}"));
        return null;
    }
}
