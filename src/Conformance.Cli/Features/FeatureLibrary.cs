using Conformance.Runner;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Steps;

namespace Conformance.Cli.Features;

/// <summary>The scenarios and the catalogue of requirements that they are about.</summary>
internal sealed class FeatureLibrary
{
    private const string EmbeddedRoot = "features";
    private const string FeatureFiles = "*.feature";
    private const string RequirementFiles = "requirements.yaml";

    private readonly Lazy<RenamedScenarios> _renamed;

    private FeatureLibrary(
        string root, IReadOnlyList<Scenario> scenarios, RequirementCatalogue requirements, Lazy<RenamedScenarios> renamed)
    {
        _renamed = renamed;
        Root = root;
        Scenarios = scenarios;
        Requirements = requirements;
    }

    /// <summary>The folder that the files of <see cref="Scenarios"/> are in, as it is written in their names.</summary>
    public string Root { get; }

    /// <summary>Every scenario, by file and line.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>The catalogue.</summary>
    public RequirementCatalogue Requirements { get; }

    /// <summary>The features and the catalogue of a folder; the embedded ones if none is named.</summary>
    /// <param name="folder">The folder of <c>--features</c>; null for the built-in ones. Without its own catalogue, the built-in one
    /// applies.</param>
    /// <exception cref="UsageException">There is no such folder, or it has no features, or they break the grammar: all errors of all
    /// files.</exception>
    /// <exception cref="SpecException">The catalogue is invalid.</exception>
    public static FeatureLibrary Load(string? folder)
    {
        if (folder is null)
            return new FeatureLibrary(
                EmbeddedRoot, EmbeddedFeatures.Load(), RequirementCatalogue.LoadEmbedded(), new(RenamedScenarios.LoadEmbedded));

        if (!Directory.Exists(folder))
            throw new UsageException(new Problem($"there is no folder {folder}") { Place = ErrorPlace.InOption("--features") });
        var files = Directory.EnumerateFiles(folder, FeatureFiles, SearchOption.AllDirectories).ToList();
        if (files.Count == 0)
            throw new UsageException(
                new Problem($"there is no {FeatureFiles} in {folder} or below it")
                {
                    Place = ErrorPlace.InOption("--features"),
                });

        var root = folder.Replace('\\', '/').TrimEnd('/');
        var sources = files.Select(file =>
            new FeatureSource($"{root}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", File.ReadAllText(file)));
        var hasCatalogue = Directory.EnumerateFiles(folder, RequirementFiles, SearchOption.AllDirectories).Any();
        return new FeatureLibrary(root, Parse(sources), hasCatalogue
            ? RequirementCatalogue.LoadDirectory(folder)
            : RequirementCatalogue.LoadEmbedded(), new(RenamedScenarios.LoadDirectory(folder)));
    }

    /// <summary>The earlier ids of scenarios. Those of the built-in features are read when a baseline asks for them.</summary>
    public RenamedScenarios Renamed => _renamed.Value;

    /// <summary>The scenarios whose tags name a requirement.</summary>
    public IEnumerable<Scenario> About(Requirement requirement) =>
        Scenarios.Where(scenario => scenario.Tags.Contains(requirement.Id, StringComparer.Ordinal));

    private static List<Scenario> Parse(IEnumerable<FeatureSource> sources)
    {
        var scenarios = new List<Scenario>();
        var errors = new List<Problem>();
        foreach (var source in sources.OrderBy(source => source.File, StringComparer.Ordinal))
        {
            try
            {
                scenarios.AddRange(FeatureParser.Parse(source, EmbeddedFeatures.Examples));
            }
            catch (FeatureSyntaxException invalid)
            {
                errors.AddRange(
                    invalid.Errors.Select(error => new Problem(error.Message) { Place = ErrorPlace.InFile(error.File, error.Line) }));
            }
        }

        return errors.Count == 0 ? scenarios : throw new UsageException(errors);
    }
}
