namespace Conformance.Runner.Features;

/// <summary>The sources of generated examples that features may name.</summary>
public sealed class ExampleSources
{
    private readonly Dictionary<string, IExampleSource> _byName;

    /// <summary>Takes the sources.</summary>
    /// <param name="sources">Each has a name of its own.</param>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public ExampleSources(params IEnumerable<IExampleSource> sources) =>
        _byName = sources.ToDictionary(source => source.Name, StringComparer.Ordinal);

    /// <summary>The names, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The source of that name; null where there is none.</summary>
    public IExampleSource? Find(string name) => _byName.GetValueOrDefault(name);
}
