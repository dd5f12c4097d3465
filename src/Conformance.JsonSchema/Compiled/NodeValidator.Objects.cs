using System.Text.Json;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

// Objects.
internal ref partial struct NodeValidator
{
    private bool Object(ref Utf8JsonReader reader, Node node)
    {
        Step();
        var plan = node.Object;
        if (node.NeedsCloserLook && !LooksFurther(ref reader, node, mayMove: plan is null))
            return false;
        if (plan is null)
        {
            Skip(ref reader);
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
                Skip(ref reader);
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

    // Moves a reader from a member's name to the end of its value, if the name must be looked at.
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
            Skip(ref reader);
            return true;
        }

        var matching = MatchingPatterns(reader, plan);
        reader.Read();
        // The last of the nodes moves the reader; mostly it is the only one.
        Node? last = null;
        foreach (ref readonly var entry in plan.Patterns.AsSpan())
            if ((matching & entry.Bit) != 0 && !Next(reader, entry.Node, ref last))
                return false;
        foreach (ref readonly var entry in plan.Additional.AsSpan())
            if ((matching & entry.Patterns) == 0 && !Next(reader, entry.Node, ref last))
                return false;
        if (last is not null)
            return Value(ref reader, last);
        Skip(ref reader);
        return true;
    }

    private bool Next(in Utf8JsonReader value, Node? node, ref Node? last)
    {
        if (node is null)
            return true;
        var valid = last is null || Again(value, last);
        last = node;
        return valid;
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
