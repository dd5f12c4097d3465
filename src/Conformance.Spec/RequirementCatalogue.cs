using System.Diagnostics.CodeAnalysis;
using Conformance.Spec.Requirements;
using Conformance.Spec.Sources;

namespace Conformance.Spec;

/// <summary>All requirements that the suite knows: the <c>requirements.yaml</c> of every chapter.</summary>
public sealed class RequirementCatalogue
{
    private const string FileName = "requirements.yaml";
    private const string EmbeddedRoot = "features/";

    private readonly Dictionary<string, Requirement> _byId;

    private RequirementCatalogue(IReadOnlyList<Requirement> all)
    {
        All = all;
        Chapters = [.. all.Select(requirement => requirement.Chapter).Distinct(StringComparer.Ordinal)];
        _byId = all.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
    }

    /// <summary>Every requirement, by chapter, in the order of the files.</summary>
    public IReadOnlyList<Requirement> All { get; }

    /// <summary>The chapters in ordinal order; each is a folder of <c>features/</c>.</summary>
    public IReadOnlyList<string> Chapters { get; }

    /// <summary>Loads the catalogue that travels inside the assembly.</summary>
    /// <exception cref="SpecException">A file is not as <c>features/README.md</c> says; one error for each fault, all of them.</exception>
    public static RequirementCatalogue LoadEmbedded() =>
        Load(EmbeddedData.Names(EmbeddedRoot, "/" + FileName).Select(name =>
            (Chapter: name[EmbeddedRoot.Length..^(FileName.Length + 1)], File: name, Open: (Func<TextReader>)(() => new StreamReader(EmbeddedData.Open(name)!)))));

    /// <summary>Loads the <c>requirements.yaml</c> of every chapter below a folder.</summary>
    /// <param name="featuresDirectory">The folder that holds a folder for each chapter.</param>
    /// <exception cref="SpecException">The folder does not exist or holds no such file, or a file is not as <c>features/README.md</c> says; one
    /// error for each fault, all of them.</exception>
    public static RequirementCatalogue LoadDirectory(string featuresDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(featuresDirectory);
        if (!Directory.Exists(featuresDirectory))
            throw new SpecException($"There is no folder {featuresDirectory}; give the folder that holds a folder with a {FileName} for each chapter.");
        var files = Directory.EnumerateFiles(featuresDirectory, FileName, SearchOption.AllDirectories).ToList();
        if (files.Count == 0)
            throw new SpecException($"No folder below {featuresDirectory} holds a {FileName}; give the folder that holds the chapters.");
        return Load(files.Select(file =>
            (Chapter: Path.GetRelativePath(featuresDirectory, Path.GetDirectoryName(file)!).Replace('\\', '/'), File: file, Open: (Func<TextReader>)(() => File.OpenText(file)))));
    }

    /// <summary>The requirement of an id; false if there is none.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Requirement? requirement) => _byId.TryGetValue(id, out requirement);

    /// <summary>The requirement of an id.</summary>
    /// <exception cref="SpecException">There is none; the message names the nearest ids.</exception>
    public Requirement Get(string id) =>
        TryGet(id, out var requirement)
            ? requirement
            : throw new SpecException($"There is no requirement \"{id}\".{Suggestion(id)}");

    private static RequirementCatalogue Load(IEnumerable<(string Chapter, string File, Func<TextReader> Open)> files)
    {
        // Reading YAML is what takes time at the start of a run, so the files are read side by side; they are put together in order.
        var ordered = files.OrderBy(file => file.Chapter, StringComparer.Ordinal).ToArray();
        var read = new (IReadOnlyList<(Requirement Requirement, SourceNode Place)> Requirements, List<SpecError> Errors)[ordered.Length];
        Parallel.For(0, ordered.Length, index => read[index] = Read(ordered[index].Chapter, ordered[index].File, ordered[index].Open));

        var errors = new List<SpecError>();
        var all = new List<Requirement>();
        var places = new Dictionary<string, SourceNode>(StringComparer.Ordinal);
        foreach (var file in read)
        {
            errors.AddRange(file.Errors);
            foreach (var (requirement, place) in file.Requirements)
            {
                if (places.TryAdd(requirement.Id, place))
                    all.Add(requirement);
                else
                    errors.Add(place.Error($"the id {requirement.Id} is taken already, at {places[requirement.Id].File}:{places[requirement.Id].Line}; give one of them another number.", withPointer: false));
            }
        }

        return errors.Count == 0 ? new RequirementCatalogue(all) : throw new SpecException(errors);
    }

    private static (IReadOnlyList<(Requirement Requirement, SourceNode Place)> Requirements, List<SpecError> Errors) Read(string chapter, string file, Func<TextReader> open)
    {
        var errors = new List<SpecError>();
        using var text = open();
        var root = YamlReader.Read(file, text.ReadToEnd(), errors, notices: errors);
        return (root is null ? [] : new RequirementFileReader(chapter, errors).Read(root), errors);
    }

    private string Suggestion(string id)
    {
        var question = Nearest.Question(id, _byId.Keys);
        return question.Length > 0 ? question : $" Ids look like {All[0].Id}; the chapters are {string.Join(", ", Chapters)}.";
    }
}
