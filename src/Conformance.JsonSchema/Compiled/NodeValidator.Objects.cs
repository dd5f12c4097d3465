using System.Text.Json;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

// Objects.
internal ref partial struct NodeValidator
{
    private bool Object(ref Utf8JsonReader reader, Node node)
    {
        Step();
        if (node.LooksAtLiterals && !(IsListed(reader, node) && (node.InPlace is null || InPlace(reader, node.InPlace))))
            return false;
        var plan = node.Object;
        if (plan is null)
        {
            reader.Skip();
            return true;
        }

        if (plan.DependentSchemas.Length > 0)
        {
            var start = reader;
            return Members(ref reader, plan, out var present) && DependentSchemas(start, plan, present);
        }

        return Members(ref reader, plan, out _);
    }

    private bool Members(ref Utf8JsonReader reader, ObjectPlan plan, out ulong present)
    {
        present = 0;
        var count = 0;
        var names = plan.Names;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            count++;
            var known = reader.ValueIsEscaped ? FindEscaped(reader, names) : names.Find(reader.ValueSpan);
            Node? demanded;
            if (known >= 0)
            {
                ref readonly var entry = ref plan.Entries[known];
                present |= entry.Bit;
                demanded = entry.Node;
            }
            else
            {
                demanded = plan.Otherwise;
            }

            if (plan.LooksAtNames)
            {
                if (!NamedMember(ref reader, plan, known >= 0, demanded))
                    return false;
                continue;
            }

            reader.Read();
            if (demanded is null)
                reader.Skip();
            else if (!Value(ref reader, demanded))
                return false;
        }

        if ((present & plan.Required) != plan.Required || plan.HasCounts && (count < plan.MinProperties || count > plan.MaxProperties))
            return false;
        foreach (var (trigger, needed) in plan.DependentRequired)
            if ((present & trigger) != 0 && (present & needed) != needed)
                return false;
        return true;
    }

    private static int FindEscaped(in Utf8JsonReader reader, NameTable names)
    {
        using var name = new JsonText(reader);
        return names.Find(name.Utf8);
    }

    private bool DependentSchemas(in Utf8JsonReader start, ObjectPlan plan, ulong present)
    {
        foreach (var (trigger, node) in plan.DependentSchemas)
            if ((present & trigger) != 0 && !Again(start, node))
                return false;
        return true;
    }

    // Takes a reader on a member's name to the end of its value, where the name must be looked at.
    private bool NamedMember(ref Utf8JsonReader reader, ObjectPlan plan, bool isKnown, Node? demanded)
    {
        if (plan.PropertyNames is not null)
        {
            var literal = new Utf8JsonReader(_json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2));
            literal.Read();
            if (!Value(ref literal, plan.PropertyNames))
                return false;
        }

        if (isKnown || plan.Patterns.Length == 0)
        {
            reader.Read();
            if (demanded is not null)
                return Value(ref reader, demanded);
            reader.Skip();
            return true;
        }

        var matching = MatchingPatterns(reader, plan);
        reader.Read();
        foreach (ref readonly var entry in plan.Patterns.AsSpan())
            if ((matching & entry.Bit) != 0 && entry.Node is not null && !Again(reader, entry.Node))
                return false;
        foreach (ref readonly var entry in plan.Additional.AsSpan())
            if ((matching & entry.Patterns) == 0 && entry.Node is not null && !Again(reader, entry.Node))
                return false;
        reader.Skip();
        return true;
    }

    private static ulong MatchingPatterns(in Utf8JsonReader reader, ObjectPlan plan)
    {
        using var name = new JsonText(reader);
        var matching = 0UL;
        foreach (ref readonly var entry in plan.Patterns.AsSpan())
            if (Matches(entry.Pattern, name.Utf8, entry.Pointer))
                matching |= entry.Bit;
        return matching;
    }
}
