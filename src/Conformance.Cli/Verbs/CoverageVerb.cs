using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Features;
using Conformance.Cli.Parsing;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Verbs;

/// <summary><c>coverage</c>: which requirements scenarios are about, chapter by chapter.</summary>
internal sealed class CoverageVerb
{
    private readonly Option<string?> _features = CommonOptions.Features();
    private readonly Option<string?> _chapter = Options.Text("--chapter", "NAME", "Only this chapter, e.g. devices.");
    private readonly Shell _shell;

    public CoverageVerb(Shell shell)
    {
        _shell = shell;
        Command = new Command("coverage",
            "Show, chapter by chapter, which requirements have scenarios, and which cannot be checked and why.") { _chapter,
            _features };
        Command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var library = FeatureLibrary.Load(parsed.GetValue(_features));
        var chapters = Chapters(library.Requirements, parsed.GetValue(_chapter));
        var covered = library.Scenarios.SelectMany(scenario => scenario.Tags).ToHashSet(StringComparer.Ordinal);
        var requirements = library.Requirements.All.Where(requirement => chapters.Contains(requirement.Chapter, StringComparer.Ordinal))
            .ToList();

        var table = new TextTable("chapter", "all", "yes", "checked", "partly", "checked", "no");
        foreach (var chapter in chapters)
            table.Add(Row(chapter, [.. requirements.Where(requirement => requirement.Chapter == chapter)], covered));
        table.Add(Row("total", requirements, covered));
        table.Write(_shell.Output);

        WriteList(
            "Without a scenario",
            requirements.Where(requirement => requirement.Testable is not Testability.No && !covered.Contains(requirement.Id)),
            requirement => requirement.Text);
        WriteList("Not testable", requirements.Where(requirement => requirement.Testable is Testability.No),
            requirement => requirement.Why ?? requirement.Text);
        WriteShare(requirements, covered);
        return ExitCodes.Conforming;
    }

    private static IReadOnlyList<string> Chapters(RequirementCatalogue catalogue, string? chosen)
    {
        if (chosen is null)
            return catalogue.Chapters;
        return catalogue.Chapters.Contains(chosen, StringComparer.Ordinal)
            ? [chosen]
            : throw new UsageException($"there is no chapter {chosen}", $"the chapters are {string.Join(", ", catalogue.Chapters)}");
    }

    private static string[] Row(string name, List<Requirement> requirements, HashSet<string> covered)
    {
        int Count(Testability testability) => requirements.Count(requirement => requirement.Testable == testability);
        int Covered(Testability testability) =>
            requirements.Count(requirement => requirement.Testable == testability && covered.Contains(requirement.Id));
        int[] numbers =
        [
            requirements.Count,
            Count(Testability.Yes), Covered(Testability.Yes),
            Count(Testability.Partly), Covered(Testability.Partly),
            Count(Testability.No),
        ];
        return [name, .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private void WriteList(string heading, IEnumerable<Requirement> requirements, Func<Requirement, string> text)
    {
        var list = requirements.ToList();
        if (list.Count == 0)
            return;

        _shell.Output.WriteLine();
        _shell.Output.WriteLine($"{heading}:");
        foreach (var requirement in list)
            _shell.Output.WriteLine($"  {requirement.Id,-10}{text(requirement).ReplaceLineEndings(" ").TrimEnd()}");
    }

    private void WriteShare(List<Requirement> requirements, HashSet<string> covered)
    {
        var testable = requirements.Where(requirement => requirement.Testable is Testability.Yes).ToList();
        var count = testable.Count(requirement => covered.Contains(requirement.Id));
        var percent = testable.Count == 0 ? 100 : 100.0 * count / testable.Count;
        _shell.Output.WriteLine();

        // Truncated, not rounded: 100% means all.
        _shell.Output.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{count} of {testable.Count} testable requirements have a scenario ({Math.Floor(percent)}%)"));
    }
}
