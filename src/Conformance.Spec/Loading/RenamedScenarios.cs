using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Spec.Loading;

/// <summary>
/// The earlier ids of scenarios, with the ids in their place: the <c>renamed.yaml</c> of every chapter. Earlier baselines are read through
/// it.
/// </summary>
public sealed class RenamedScenarios
{
    private const string FileName = "renamed.yaml";
    private const string EmbeddedRoot = "features/";

    private readonly Dictionary<string, IReadOnlyList<string>> _successors = new(StringComparer.Ordinal);

    private RenamedScenarios()
    {
    }

    /// <summary>A table without entries.</summary>
    public static RenamedScenarios None { get; } = new();

    /// <summary>The earlier ids, in no particular order.</summary>
    public IReadOnlyCollection<string> EarlierIds => _successors.Keys;

    /// <summary>The ids in the place of an earlier one, of those that were renamed again their own; empty for an id that no table
    /// has.</summary>
    public IReadOnlyList<string> SuccessorsOf(string id) =>
        _successors.ContainsKey(id) ? [.. Latest(id, []).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>Loads the embedded tables.</summary>
    /// <exception cref="SpecException">A table breaks the rules of <c>features/README.md</c>.</exception>
    public static RenamedScenarios LoadEmbedded() =>
        Load(EmbeddedData.Names(EmbeddedRoot, "/" + FileName)
            .Select(name => (name, (Func<TextReader>)(() => new StreamReader(EmbeddedData.Open(name)!)))));

    /// <summary>Loads the tables of every chapter below a folder; there may be none.</summary>
    /// <param name="featuresDirectory">The folder that holds a folder for each chapter.</param>
    /// <exception cref="SpecException">A table breaks the rules of <c>features/README.md</c>.</exception>
    public static RenamedScenarios LoadDirectory(string featuresDirectory) =>
        Load(Directory.EnumerateFiles(featuresDirectory, FileName, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (file, (Func<TextReader>)(() => File.OpenText(file)))));

    /// <summary>Reads the text of one table.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="SpecException">It is not a mapping of an id to an id, or to a list of them.</exception>
    public static RenamedScenarios Parse(string file, string text) => Load([(file, () => new StringReader(text))]);

    // Tables that lead in a circle lead nowhere.
    private IEnumerable<string> Latest(string id, HashSet<string> seen) => !seen.Add(id) ? []
        : _successors.TryGetValue(id, out var successors) ? successors.SelectMany(successor => Latest(successor, seen))
        : [id];

    private static RenamedScenarios Load(IEnumerable<(string File, Func<TextReader> Open)> files)
    {
        var table = new RenamedScenarios();
        foreach (var (file, open) in files)
        {
            using var reader = open();
            table.Add(file, reader);
        }

        return table;
    }

    private void Add(string file, TextReader reader)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(reader);
        }
        catch (YamlException invalid)
        {
            throw Error(file, (int)invalid.Start.Line, "this is not valid YAML");
        }

        if (stream.Documents.Count == 0)
            return;
        if (stream.Documents[0].RootNode is not YamlMappingNode mapping)
            throw Error(file, 1, "the file is not a mapping");
        foreach (var (key, value) in mapping.Children)
        {
            var line = (int)key.Start.Line;
            List<string?> successors = value switch
            {
                YamlScalarNode { Value: { Length: > 0 } id } => [id],
                YamlSequenceNode list => [.. list.Select(item => (item as YamlScalarNode)?.Value)],
                _ => [],
            };
            if (key is not YamlScalarNode { Value: { Length: > 0 } earlier } || successors.Count == 0 || successors.Contains(null))
                throw Error(file, line, "the entry has no id, or nothing in its place");
            if (!_successors.TryAdd(earlier, [.. successors.Select(id => id!)]))
                throw Error(file, line, $"{earlier} was renamed already");
        }
    }

    private static SpecException Error(string file, int line, string what) =>
        new($"{file}:{line}: {what}; write the earlier id of a scenario, a colon, and its id now, or a list of ids.");
}
