using System.Text;
using System.Text.RegularExpressions;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

// Plans for objects.
internal sealed partial class NodeBuilder
{
    private ObjectPlan? ObjectPlanOf(List<Part> parts)
    {
        parts = [.. parts.Where(part => part.Schema.HasObjectKeywords)];
        if (parts.Count == 0)
            return null;
        var tracked = TrackedNames(parts);
        var names = parts.SelectMany(part => part.Schema.Members.Select(member => member.Name)).Distinct(StringComparer.Ordinal).ToList();
        var plan = new ObjectPlan
        {
            Names = new NameTable(names),
            Entries = [.. names.Select(name => new ObjectPlan.Entry(Bit(name), MemberNode(parts, name)))],
            Required = parts.SelectMany(part => part.Schema.Members).Where(member => member.IsRequired)
                .Aggregate(0UL, (bits, member) => bits | Bit(member.Name)),
            MinProperties = parts.Max(part => part.Schema.MinProperties ?? 0),
            MaxProperties = parts.Min(part => part.Schema.MaxProperties ?? long.MaxValue),
            HasCounts = parts.Exists(part => part.Schema.MinProperties is not null || part.Schema.MaxProperties is not null),
            PropertyNames = NodeOf(
                [.. parts.Where(part => part.Schema.PropertyNames is not null)
                    .Select(part => new Part(part.Schema.PropertyNames!, part.Inner))]),
            DependentRequired = [.. parts.SelectMany(part => part.Schema.DependentRequired.Select(entry =>
                (Bit(part.Schema.Members[entry.Trigger].Name),
                    entry.Needed.Aggregate(0UL, (bits, needed) => bits | Bit(part.Schema.Members[needed].Name)))))],
            DependentSchemas = [.. parts.SelectMany(part => part.Schema.DependentSchemas.Select(entry =>
                (Bit(part.Schema.Members[entry.Trigger].Name), NodeOf(entry.Schema, part.Inner)!)))],
        };
        FillOthers(plan, parts);
        plan.LooksAtNames = plan.PropertyNames is not null || plan.Patterns.Length > 0;
        return plan;

        ulong Bit(string name) => tracked.TryGetValue(name, out var index) ? 1UL << index : 0;
    }

    /// <summary>The names whose presence matters.</summary>
    private static Dictionary<string, int> TrackedNames(List<Part> parts)
    {
        var tracked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var schema in parts.Select(part => part.Schema))
        {
            foreach (var member in schema.Members.Where(member => member.IsRequired))
                tracked.TryAdd(member.Name, tracked.Count);
            foreach (var index in schema.DependentRequired.SelectMany(entry => entry.Needed.Prepend(entry.Trigger))
                .Concat(schema.DependentSchemas.Select(entry => entry.Trigger)))
                tracked.TryAdd(schema.Members[index].Name, tracked.Count);
        }

        return tracked;
    }

    // What each schema says about one name: by properties and patternProperties, or failing both by additionalProperties.
    private Node? MemberNode(List<Part> parts, string name)
    {
        var applied = new List<Part>();
        var utf8 = Encoding.UTF8.GetBytes(name);
        foreach (var part in parts)
        {
            var before = applied.Count;
            if (Array.Find(part.Schema.Members, member => member.Name == name)?.Property is { } property)
                applied.Add(new Part(property, part.Inner));
            foreach (var entry in part.Schema.PatternProperties)
                if (Matches(entry, utf8, part.Schema))
                    applied.Add(new Part(entry.Schema, part.Inner));
            if (applied.Count == before && part.Schema.AdditionalProperties is { } additional)
                applied.Add(new Part(additional, part.Inner));
        }

        return NodeOf(applied);
    }

    private void FillOthers(ObjectPlan plan, List<Part> parts)
    {
        var additional = parts.Where(part => part.Schema.AdditionalProperties is not null).ToList();
        if (parts.TrueForAll(part => part.Schema.PatternProperties.Length == 0))
        {
            plan.Otherwise = NodeOf([.. additional.Select(part => new Part(part.Schema.AdditionalProperties!, part.Inner))]);
            return;
        }

        var patterns = new List<ObjectPlan.PatternEntry>();
        var bitsOf = new Dictionary<Part, ulong>();
        foreach (var part in parts)
        {
            bitsOf[part] = 0;
            foreach (var entry in part.Schema.PatternProperties)
            {
                var bit = 1UL << patterns.Count;
                bitsOf[part] |= bit;
                patterns.Add(
                    new ObjectPlan.PatternEntry(
                        bit, entry.Pattern, NodeOf(entry.Schema, part.Inner), part.Schema.KeywordPointer("patternProperties")));
            }
        }

        plan.Patterns = [.. patterns];
        plan.Additional = [.. additional.Select(part =>
            new ObjectPlan.AdditionalEntry(bitsOf[part], NodeOf(part.Schema.AdditionalProperties, part.Inner)))];
    }

    private static bool Matches(PatternProperty entry, byte[] name, Schema schema)
    {
        try
        {
            return entry.Pattern.IsMatch(name);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new SchemaException(schema.KeywordPointer("patternProperties"),
                $"matching {entry.Pattern.Source} with a name of \"properties\" takes too long", exception);
        }
    }
}
