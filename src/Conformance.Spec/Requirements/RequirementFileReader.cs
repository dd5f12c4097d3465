using System.Text.RegularExpressions;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Requirements;

/// <summary>Reads one <c>requirements.yaml</c>.</summary>
/// <param name="chapter">The folder of <c>features/</c> in which it lies.</param>
/// <param name="errors">Receives what is wrong.</param>
internal sealed partial class RequirementFileReader(string chapter, List<SpecError> errors)
{
    /// <summary>The requirements of the file with the places of their ids, in its order; those with an error are left out.</summary>
    public IReadOnlyList<(Requirement Requirement, SourceNode Place)> Read(SourceNode root)
    {
        if (root is not SourceMap map)
        {
            errors.Add(root.Error(
                $"the file is {root.KindName}, where a map with {string.Join(", ", RequirementVocabulary.FileFields)} is expected.",
                    withPointer: false));
            return [];
        }

        var fields = new RecordFields(map, "the file", errors);
        fields.RefuseOthers(RequirementVocabulary.FileFields);
        fields.Text("title");
        var area = fields.Text("area");
        if (area is not null && !Area().IsMatch(area))
        {
            fields.Report(map["area"]!, $"the area \"{area}\" is not a prefix of ids; use two or more capital letters, such as DEV.");
            area = null;
        }

        if (map["requirements"] is not SourceList records)
        {
            fields.Report(map["requirements"] ?? map, "the file lacks a list of \"requirements\"; add it.");
            return [];
        }

        var found = new List<(Requirement, SourceNode)>();
        foreach (var record in records.Items)
        {
            var before = errors.Count;
            var requirement = ReadRecord(record, area);
            if (requirement is not null && errors.Count == before)
                found.Add((requirement, ((SourceMap)record)["id"]!));
        }

        return found;
    }

    private Requirement? ReadRecord(SourceNode record, string? area)
    {
        if (record is not SourceMap map)
        {
            errors.Add(record.Error($"a requirement is {record.KindName}, where a map is expected.", withPointer: false));
            return null;
        }

        var subject = map["id"] is SourceScalar { IsNull: false, Text.Length: > 0 } named ? named.Text : "a requirement";
        var fields = new RecordFields(map, subject, errors);
        fields.RefuseOthers(RequirementVocabulary.Fields);
        var id = fields.Text("id");
        if (id is not null && area is not null
            && !(id.StartsWith(area + "-", StringComparison.Ordinal) && Number().IsMatch(id.AsSpan(area.Length))))
            fields.Report(map["id"]!, $"the id \"{id}\" is not of this file's area; write it as {area}-nn.");

        var testable = fields.Word("testable", RequirementVocabulary.Testabilities);
        var why = fields.OptionalText("why");
        if (testable != Testability.Yes && why is null)
            fields.Report(map["testable"]!, $"{subject} is not fully testable and does not say why; add the field \"why\".");

        return new Requirement
        {
            Id = id ?? "",
            Level = fields.Word("level", RequirementVocabulary.Levels),
            Basis = fields.Word("basis", RequirementVocabulary.Bases),
            Stake = fields.Word("stake", RequirementVocabulary.Stakes),
            Endpoint = fields.Text("endpoint") ?? "",
            OperationId = fields.NullableText("operationId"),
            Clause = ReadClause(fields, subject),
            Since = ReadSince(fields, map, subject),
            Text = fields.Text("text") ?? "",
            Observe = fields.Text("observe") ?? "",
            Needs = ReadNeeds(fields, subject),
            Testable = testable,
            Why = why,
            Open = fields.OptionalText("open"),
            Note = fields.OptionalText("note"),
            Chapter = chapter,
        };
    }

    private Clause ReadClause(RecordFields fields, string subject)
    {
        var nowhere = new Clause("", "", "");
        if (fields.Map("source") is not { } map)
            return nowhere;
        var source = new RecordFields(map, $"the source of {subject}", errors);
        source.RefuseOthers(RequirementVocabulary.SourceFields);
        var file = source.Text("file");
        var anchor = source.Text("anchor");
        var pointer = source.OptionalText("pointer");
        var heading = source.OptionalText("heading");
        if (map["pointer"] is null == map["heading"] is null)
            source.Report(map, $"the source of {subject} needs either \"pointer\" or \"heading\", and not both.");
        return file is null || anchor is null ? nowhere : new Clause(file, pointer ?? heading ?? "", anchor);
    }

    private static SpecVersion? ReadSince(RecordFields fields, SourceMap map, string subject)
    {
        if (fields.NullableText("since") is not { } text)
            return null;
        if (SpecVersion.TryParse(text, out var since))
            return since;
        fields.Report(map["since"]!, $"{subject}: \"since\" is \"{text}\", which is not a version; write it like '1.19', or null.");
        return null;
    }

    private static List<Need> ReadNeeds(RecordFields fields, string subject)
    {
        var needs = new List<Need>();
        foreach (var text in fields.Texts("needs"))
        {
            if (!Need.TryParse(text.Text, out var need))
            {
                var question = Need.Question(text.Text);
                fields.Report(
                    text,
                    $"{subject} has the unknown need \"{text.Text}\".{(question.Length > 0 ? question : " features/README.md lists them all.")}");
            }
            else if (needs.Contains(need))
            {
                fields.Report(text, $"{subject} has the need \"{need}\" twice; remove one.");
            }
            else
            {
                needs.Add(need);
            }
        }

        return needs;
    }

    [GeneratedRegex("^[A-Z]{2,}$")]
    private static partial Regex Area();

    [GeneratedRegex("^-[0-9]{2,}$")]
    private static partial Regex Number();
}
