using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>What all parts of one check share: the files, the rules in force, the findings, the counts.</summary>
internal sealed class CheckContext
{
    private readonly Dictionary<string, CheckRule> _rules;
    private readonly HashSet<(string Rule, string File, int Line, int Column, string Message)> _said = [];
    private readonly List<CheckFinding> _findings = [];
    private readonly Dictionary<string, int> _visited = new(StringComparer.Ordinal);

    public CheckContext(CheckOptions options)
    {
        var known = CheckRules.All.Select(rule => rule.Name).ToList();
        foreach (var name in options.AlsoRules.Concat(options.WithoutRules).Where(name => name != "all" && !known.Contains(name)))
        {
            var question = Nearest.Question(name, known);
            throw new SpecException(
                $"There is no rule \"{name}\".{(question.Length > 0 ? question : $" The rules are {string.Join(", ", known)}.")}");
        }

        _rules = CheckRules.All
            .Where(rule => rule.IsDefault || options.AlsoRules.Contains(rule.Name) || options.AlsoRules.Contains("all"))
            .Where(rule => !options.WithoutRules.Contains(rule.Name))
            .ToDictionary(rule => rule.Name, StringComparer.Ordinal);
        Tree = new SourceTree(options.SpecDirectory, FileErrors, Notices, ReferenceErrors);
    }

    public SourceTree Tree { get; }

    public List<SpecError> FileErrors { get; } = [];

    public List<SourceNotice> Notices { get; } = [];

    public List<SpecError> ReferenceErrors { get; } = [];

    public IReadOnlyList<CheckFinding> Findings => _findings;

    public IReadOnlyList<KeyValuePair<string, int>> Visited => [.. _visited];

    /// <summary>Whether a rule is in force.</summary>
    public bool Checks(string rule) => _rules.ContainsKey(rule);

    /// <summary>Counts things that were looked at.</summary>
    public void Visit(string kind, int number = 1) => _visited[kind] = _visited.GetValueOrDefault(kind) + number;

    /// <summary>Adds a finding at a value of the sources; the same finding at the same place counts once.</summary>
    public void Report(string rule, SourceNode at, string message) => Report(rule, at.Error(message));

    /// <summary>Adds an error of the reading as a finding.</summary>
    public void Report(string rule, SpecError error)
    {
        if (_rules.TryGetValue(rule, out var known) && _said.Add((rule, error.File, error.Line, error.Column, error.Message)))
            _findings.Add(new CheckFinding(rule, known.Severity, error.File, error.Line, error.Column, error.Pointer ?? "", error.Message));
    }
}
