using System.Diagnostics.CodeAnalysis;
using Conformance.Spec.Requirements;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Loading;

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

    /// <summary>Loads the embedded catalogue.</summary>
    /// <exception cref="SpecException">A file breaks the rules of <c>features/README.md</c>; there is one error for each fault.</exception>
    public static RequirementCatalogue LoadEmbedded() =>
        Load(EmbeddedData.Names(EmbeddedRoot, "/" + FileName).Select(name =>
            new CatalogueFile(name[EmbeddedRoot.Length..^(FileName.Length + 1)], name, () => new StreamReader(EmbeddedData.Open(name)!))));

    /// <summary>Loads the <c>requirements.yaml</c> of every chapter below a folder.</summary>
    /// <param name="featuresDirectory">The folder that holds a folder for each chapter.</param>
    /// <exception cref="SpecException">The folder does not exist or holds no such file, or a file breaks the rules of
    /// <c>features/README.md</c>; there is one error for each fault.</exception>
    public static RequirementCatalogue LoadDirectory(string featuresDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(featuresDirectory);
        if (!Directory.Exists(featuresDirectory))
        {
            throw new SpecException(
                $"There is no folder {featuresDirectory}",
                $"give the folder that holds a folder with a {FileName} for each chapter.");
        }

        var files = Directory.EnumerateFiles(featuresDirectory, FileName, SearchOption.AllDirectories).ToList();
        if (files.Count == 0)
            throw new SpecException(
                $"No folder below {featuresDirectory} holds a {FileName}",
                "give the folder that holds the chapters.");
        return Load(files.Select(file => new CatalogueFile(
            Path.GetRelativePath(featuresDirectory, Path.GetDirectoryName(file)!).Replace('\\', '/'),
            file,
            () => File.OpenText(file))));
    }

    /// <summary>The requirement with an id; false if there is none.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out Requirement? requirement) => _byId.TryGetValue(id, out requirement);

    /// <summary>The requirement with an id.</summary>
    /// <exception cref="SpecException">There is none; the message names the nearest ids.</exception>
    public Requirement Get(string id) =>
        TryGet(id, out var requirement)
            ? requirement
            : throw new SpecException($"There is no requirement \"{id}\".{Suggestion(id)}");

    private static RequirementCatalogue Load(IEnumerable<CatalogueFile> files)
    {
        // Reading YAML takes most of the time at the start of a run, so the files are read in parallel, then put together in order.
        var ordered = files.OrderBy(file => file.Chapter, StringComparer.Ordinal).ToArray();
        var read = new FileContent[ordered.Length];
        Parallel.For(0, ordered.Length, index => read[index] = Read(ordered[index]));

        var errors = new List<SpecError>();
        var all = new List<Requirement>();
        var places = new Dictionary<string, SourceNode>(StringComparer.Ordinal);
        foreach (var file in read)
        {
            errors.AddRange(file.Errors);
            foreach (var (requirement, place) in file.Requirements)
            {
                if (places.TryAdd(requirement.Id, place))
                {
                    all.Add(requirement);
                    continue;
                }

                var first = places[requirement.Id];
                errors.Add(place.Error(
                    $"the id {requirement.Id} is already taken, at {first.File}:{first.Line}; give one of them another number.",
                    withPointer: false));
            }
        }

        return errors.Count == 0 ? new RequirementCatalogue(all) : throw new SpecException(errors);
    }

    private static FileContent Read(CatalogueFile file)
    {
        var errors = new List<SpecError>();
        var notices = new List<SourceNotice>();
        using var text = file.Open();
        var root = YamlReader.Read(file.Name, text.ReadToEnd(), errors, notices);
        var requirements = root is null ? [] : new RequirementFileReader(file.Chapter, errors).Read(root);
        return new FileContent(requirements, [.. errors, .. notices.Select(notice => notice.Error)]);
    }

    private string Suggestion(string id)
    {
        var question = Nearest.Question(id, _byId.Keys);
        return question.Length > 0 ? question : $" Ids look like {All[0].Id}; the chapters are {string.Join(", ", Chapters)}.";
    }

    private sealed record CatalogueFile(string Chapter, string Name, Func<TextReader> Open);

    private sealed record FileContent(
        IReadOnlyList<(Requirement Requirement, SourceNode Place)> Requirements, IReadOnlyList<SpecError> Errors);
}
