using System.Globalization;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;
using Conformance.Spec;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Reports.Baselines;

/// <summary>Reads a baseline strictly: what it does not know is an error, since a misspelt entry would accept nothing and nobody would
/// notice.</summary>
/// <param name="file">The file's name, for messages.</param>
/// <param name="vocabulary">What the entries may name.</param>
internal sealed class BaselineReader(string file, BaselineVocabulary vocabulary)
{
    private const string Form = "a baseline is a list of entries with check, operation, seen, reason and server";

    private const string Seen = "seen";
    private const string Operation = "operation";

    private static readonly string[] Members = ["check", Operation, Seen, "scenario", "reason", "server"];
    private static readonly string[] Lists = ["check", Operation, Seen];

    private readonly List<(int Line, Problem Problem)> _errors = [];

    /// <summary>The baseline that a text is.</summary>
    /// <exception cref="BaselineException">It is none; all errors, one a line.</exception>
    public Baseline Read(string text)
    {
        var found = Entries(Root(text));
        if (_errors.Count > 0)
            throw new BaselineException([.. _errors.OrderBy(error => error.Line).Select(error => error.Problem)]);

        var comments = new BaselineComments(text);
        var preamble = comments.Preamble(found.Count == 0 ? int.MaxValue : found[0].Entry.Line);
        var entries = found.ConvertAll(item => item.Entry with { Comments = comments.Until(item.LastLine) });
        return new Baseline { File = file, Entries = entries, Preamble = preamble, Postscript = comments.Until(int.MaxValue) };
    }

    private YamlNode? Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
        }
        catch (YamlException invalid)
        {
            throw Wrong(invalid.Start.Line, $"this is not valid YAML ({invalid.Message.Split('\n')[0].TrimEnd('.', '\r')})", Form);
        }

        if (stream.Documents.Count > 1)
            throw Wrong(stream.Documents[1].RootNode.Start.Line, "the file has a second document", $"{Form}, all in one document");
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }

    private List<(BaselineEntry Entry, int LastLine)> Entries(YamlNode? root)
    {
        var entries = new List<(BaselineEntry Entry, int LastLine)>();
        if (root is null or YamlScalarNode { Value: null or "" })
            return entries;
        if (root is not YamlSequenceNode list)
            throw Wrong(root.Start.Line, "the file is not a list", Form);

        foreach (var node in list)
        {
            if (Entry(node) is not { } entry)
                continue;
            foreach (var scenario in entry.Difference is null ? vocabulary.Current(entry.Check, entry.Scenario) : [null])
                Add(entries, entry with { Scenario = scenario }, entry.Scenario, LastLine(node));
        }

        return entries;
    }

    private void Add(List<(BaselineEntry Entry, int LastLine)> entries, BaselineEntry entry, string? asWritten, int lastLine)
    {
        if (entries.FirstOrDefault(other => other.Entry.Overlaps(entry)).Entry is not { } first)
            entries.Add((entry, lastLine));

        // Of several scenarios that have become one, the first entry stands for all.
        else if (entry.Scenario == asWritten)
            Complain(entry.Line, string.Create(CultureInfo.InvariantCulture, $"{Printable.OneLine(entry.Subject)} is already listed in line {first.Line}"),
                "remove one of the two");
    }

    private BaselineEntry? Entry(YamlNode node)
    {
        var line = (int)node.Start.Line;
        if (node is not YamlMappingNode mapping)
            return Complain(line, "the entry is not a mapping", Form);

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!Members.Contains(name, StringComparer.Ordinal))
                return Complain((int)key.Start.Line,
                    $"unknown member \"{name}\".{Nearest.Question(name, Members)} An entry has check, operation, seen, reason and server", null);
            if (Lists.Contains(name, StringComparer.Ordinal) && TextsOf(value) is { } texts)
            {
                lists.Add(name, texts);
                continue;
            }

            if (value is not YamlScalarNode { Value: { } text } scalar || string.IsNullOrWhiteSpace(text) || IsNull(scalar))
            {
                return name is "reason"
                    ? Complain((int)value.Start.Line, "the reason is empty", "say why this failure is accepted")
                    : Complain((int)value.Start.Line, $"{name} is not text", "write text, or remove the member");
            }

            values.Add(name, text);
        }

        var scenario = values.GetValueOrDefault("scenario");
        if (lists.ContainsKey(Seen) || lists.ContainsKey(Operation))
            return Difference(line, lists, scenario, values);

        if (lists.GetValueOrDefault("check") is { Count: > 1 })
            return Complain(line, "several checks need the member seen", "write what is seen, or an entry for each check");
        var check = lists.GetValueOrDefault("check")?[0];
        if (vocabulary.Complaint(check, vocabulary.Current(check, scenario)[0]) is { } complaint)
            return Complain(line, complaint, null);
        return values.TryGetValue("reason", out var reason)
            ? new BaselineEntry
            {
                Check = check,
                Scenario = scenario,
                Reason = reason.Trim(),
                Server = values.GetValueOrDefault("server"),
                Line = line
            }
            : Complain(line, "reason is missing", "say why this failure is accepted");
    }

    private BaselineEntry? Difference(
        int line, Dictionary<string, IReadOnlyList<string>> lists, string? scenario, Dictionary<string, string> values)
    {
        var difference = new ListedDifference(
            lists.GetValueOrDefault("check") ?? [], lists.GetValueOrDefault(Operation) ?? [], lists.GetValueOrDefault(Seen) ?? []);
        if (scenario is not null)
            return Complain(line, "scenario cannot be combined with operation and seen, which hold in all scenarios", "remove one or the other");
        if (vocabulary.Complaint(difference) is { } complaint)
            return Complain(line, complaint, null);
        return values.TryGetValue("reason", out var reason)
            ? new BaselineEntry
            {
                Difference = difference,
                Reason = reason.Trim(),
                Server = values.GetValueOrDefault("server"),
                Line = line,
            }
            : Complain(line, "reason is missing", "say why this failure is accepted");
    }

    // One text, or a list of some; null for anything else.
    private static List<string>? TextsOf(YamlNode node)
    {
        var items = node is YamlSequenceNode { Children.Count: > 0 } list ? [.. list] : new List<YamlNode> { node };
        return items.All(item => item is YamlScalarNode { Value: { } text } scalar && !string.IsNullOrWhiteSpace(text) && !IsNull(scalar))
            ? items.ConvertAll(item => ((YamlScalarNode)item).Value!)
            : null;
    }

    private static bool IsNull(YamlScalarNode scalar) => scalar is { Style: ScalarStyle.Plain, Value: "~" or "null" or "Null" or "NULL" };

    // A mapping's own end is where the next token begins, which may be far below.
    private static int LastLine(YamlNode node) => ((YamlMappingNode)node).Children.Values.Max(value =>
        value.End is { Column: 1 } && value.End.Line > value.Start.Line ? (int)value.End.Line - 1 : (int)value.End.Line);

    private BaselineEntry? Complain(int line, string what, string? nextStep)
    {
        _errors.Add((line, At(line, what, nextStep)));
        return null;
    }

    private BaselineException Wrong(long line, string what, string nextStep) => new([At((int)line, what, nextStep)]);

    private Problem At(int line, string what, string? nextStep) =>
        new(what) { NextStep = nextStep, Place = ErrorPlace.InFile(file, Math.Max(1, line)) };
}
