using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;

namespace Conformance.Runner.Xunit;

/// <summary>The features that a test assembly runs, and what they run on.</summary>
public sealed record ScenarioTestSuite
{
    /// <summary>The features; each file is a test class.</summary>
    public required IReadOnlyList<FeatureSource> Features { get; init; }

    /// <summary>The sources of the examples that features only name.</summary>
    public ExampleSources Examples { get; init; } = new();

    /// <summary>Reads the bindings, when the first scenario runs.</summary>
    public required Func<BindingRegistry> Bindings { get; init; }

    /// <summary>
    /// The folder that the features' files are relative to, so that tests and traces lead to the file; null where it is not known.
    /// </summary>
    public string? Root { get; init; }

    /// <summary>How to run. If xunit does not run tests in parallel, scenarios run one at a time.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>
    /// Why a scenario that ended so says nothing about the subject, one phrase: xunit shows it as skipped. Null, the default, where every
    /// scenario says something; the function gives null for each that does.
    /// </summary>
    public Func<ScenarioResult, string?>? WhyNotChecked { get; init; }

    /// <summary>The file on disk, if it is there; else its name.</summary>
    internal string PathOf(string file) =>
        Root is not null && Path.Combine(Root, file.Replace('/', Path.DirectorySeparatorChar)) is var path && File.Exists(path)
            ? path
            : file;
}
