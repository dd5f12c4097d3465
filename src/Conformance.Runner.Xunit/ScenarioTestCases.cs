using Conformance.Runner.Features;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>The test cases of an assembly's features. Each feature is a test class in a collection of its own.</summary>
internal sealed class ScenarioTestCases
{
    private const string Prefix = "scenario:";
    private readonly ScenarioTestSuite _suite;
    private readonly Dictionary<string, ScenarioTestCase> _byId;

    /// <summary>Reads the features.</summary>
    public ScenarioTestCases(ITestAssembly assembly, ScenarioTestSuite suite)
    {
        _suite = suite;
        All = [.. suite.Features.SelectMany(source => CasesOf(assembly, source))];
        _byId = All.ToDictionary(testCase => testCase.UniqueID);
    }

    /// <summary>Every scenario in the order of files and lines; a feature that cannot be read in its place.</summary>
    public IReadOnlyList<ScenarioTestCase> All { get; }

    /// <summary>A case as text.</summary>
    public static string Serialize(ScenarioTestCase testCase) => Prefix + testCase.UniqueID;

    /// <summary>Whether the text stands for such a case.</summary>
    public static bool IsSerialized(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The case of a text.</summary>
    /// <exception cref="InvalidOperationException">The features changed since.</exception>
    public ScenarioTestCase Deserialize(string text) => _byId.TryGetValue(text[Prefix.Length..], out var testCase)
        ? testCase
        : throw new InvalidOperationException("A scenario to run is in no feature of this build; discover the tests again.");

    private IEnumerable<ScenarioTestCase> CasesOf(ITestAssembly assembly, FeatureSource source)
    {
        var path = _suite.PathOf(source.File);
        try
        {
            var scenarios = FeatureParser.Parse(source, _suite.Examples);
            if (scenarios.Count == 0)
                return [];
            var feature = ClassOf(assembly, source.File, scenarios[0].Feature);
            return scenarios.Zip(MethodsOf(scenarios), (scenario, method) => new ScenarioTestCase(feature, scenario, method, path));
        }
        catch (FeatureSyntaxException exception)
        {
            var feature = ClassOf(assembly, source.File, Path.GetFileNameWithoutExtension(source.File));
            return [new ScenarioTestCase(feature, source.File, exception, path, LineOf(exception))];
        }
    }

    // Names that differ in signs alone would be one method, and that is one test to some runners.
    private static IEnumerable<string> MethodsOf(IReadOnlyList<Scenario> scenarios)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var identifier in scenarios.Select(scenario => TestNames.Identifier(scenario.Name)))
        {
            var name = identifier;
            for (var copy = 2; !taken.Add(name); copy++)
                name = $"{identifier}_{copy}";
            yield return name;
        }
    }

    private static TestClass ClassOf(ITestAssembly assembly, string file, string title)
    {
        var name = TestNames.ClassOf(assembly.Assembly.Name.Split(',')[0], file, title);
        var id = new Guid(Convert.FromHexString(TestNames.Id("collection", file)));
        var collection = new TestCollection(assembly, null, $"Feature {file}", id);
        return new TestClass(collection, new FeatureType(assembly.Assembly, name));
    }

    private static int LineOf(FeatureSyntaxException exception) => exception.Errors[0].Line;
}
