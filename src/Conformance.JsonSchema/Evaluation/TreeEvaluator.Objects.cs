using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Evaluation;

// Keywords for objects.
internal ref partial struct TreeEvaluator
{
    private bool Object(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? path, EvaluatedSet? own)
    {
        var valid = true;
        var count = 0;
        var seen = schema.Members.Length == 0 ? [] : new bool[schema.Members.Length];
        var reader = value;
        while (Continues(valid) && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            valid &= Member(ref reader, schema, scope, path, own, count, seen);
            count++;
        }

        Charge(value, reader);
        if (!Continues(valid))
            return false;
        for (var i = 0; i < seen.Length; i++)
            if (schema.Members[i].IsRequired && !seen[i])
            {
                _findings?.Add(schema, "required", path, Messages.Missing(schema.Members[i].Name));
                valid = false;
            }

        valid &= MemberCount(schema, count, path);
        foreach (var dependent in schema.DependentRequired)
            foreach (var needed in dependent.Needed)
                if (seen[dependent.Trigger] && !seen[needed])
                {
                    var trigger = schema.Members[dependent.Trigger].Name;
                    _findings?.Add(JsonPointer.Append(schema.KeywordPointer("dependentRequired"), trigger), "dependentRequired", path,
                        Messages.MissingDependent(schema.Members[needed].Name, trigger));
                    valid = false;
                }

        foreach (var dependent in schema.DependentSchemas)
            if (Continues(valid) && seen[dependent.Trigger])
                valid &= Evaluate(value, dependent.Schema, scope, path, own);
        return valid;
    }

    private readonly bool MemberCount(Schema schema, int count, InstancePath? path)
    {
        var valid = true;
        if (count < schema.MinProperties)
        {
            _findings?.Add(
                schema, "minProperties", path, Messages.Count("at least", schema.MinProperties.Value, "member", "members", count));
            valid = false;
        }

        if (count > schema.MaxProperties)
        {
            _findings?.Add(
                schema, "maxProperties", path, Messages.Count("at most", schema.MaxProperties.Value, "member", "members", count));
            valid = false;
        }

        return valid;
    }

    // Moves a reader from a member's name to the end of its value.
    private bool Member(
        ref Utf8JsonReader reader, Schema schema, DynamicScope scope, InstancePath? outer, EvaluatedSet? own, int ordinal, bool[] seen)
    {
        using var name = new JsonText(reader);
        var path = _findings is null ? null : InstancePath.Member(outer, Encoding.UTF8.GetString(name.Utf8));
        var valid = schema.PropertyNames is null || PropertyName(reader, name.Utf8, schema, scope, outer);
        reader.Read();
        var known = schema.Names.Find(name.Utf8);
        var evaluated = false;
        if (known >= 0)
        {
            seen[known] = true;
            if (schema.Members[known].Property is { } property)
            {
                evaluated = true;
                if (Continues(valid))
                    valid &= MemberValue(reader, property, "properties", scope, path, name.Utf8);
            }
        }

        foreach (var entry in schema.PatternProperties)
        {
            if (!Matches(entry.Pattern, name.Utf8, schema.KeywordPointer("patternProperties"), outer))
                continue;
            evaluated = true;
            if (Continues(valid))
                valid &= Evaluate(reader, entry.Schema, scope, path);
        }

        if (!evaluated && schema.AdditionalProperties is { } additional)
        {
            evaluated = true;
            if (Continues(valid))
                valid &= MemberValue(reader, additional, "additionalProperties", scope, path, name.Utf8);
        }

        if (evaluated)
            own?.Add(ordinal);
        reader.Skip();
        return valid;
    }

    // The schema false gets a better sentence than that no value is allowed.
    private bool MemberValue(
        in Utf8JsonReader value, Schema schema, string keyword, DynamicScope scope, InstancePath? path, scoped ReadOnlySpan<byte> name)
    {
        if (schema.Constant != false)
            return Evaluate(value, schema, scope, path);
        _findings?.Add(schema.Pointer, keyword, path, Messages.NotAllowed(Encoding.UTF8.GetString(name)));
        return false;
    }

    // A name is evaluated as a string.
    private bool PropertyName(
        in Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, Schema schema, DynamicScope scope, InstancePath? path)
    {
        var literal = new Utf8JsonReader(_json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2));
        literal.Read();
        if (_findings is null)
            return Evaluate(literal, schema.PropertyNames!, scope, null);
        var collector = new FindingCollector(1);
        var evaluator = new TreeEvaluator(_json, collector, _steps);
        var valid = evaluator.Evaluate(literal, schema.PropertyNames!, scope, path);
        _steps = evaluator._steps;
        if (!valid)
            _findings.Add(schema, "propertyNames", path, Messages.WrongName(Encoding.UTF8.GetString(name), collector.Findings[0].Message));
        return valid;
    }

    private bool UnevaluatedProperties(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? outer, EvaluatedSet own)
    {
        var valid = true;
        var unevaluated = schema.UnevaluatedProperties!;
        var reader = value;
        for (var ordinal = 0; Continues(valid) && reader.Read() && reader.TokenType != JsonTokenType.EndObject; ordinal++)
        {
            using var name = new JsonText(reader);
            reader.Read();
            if (!own.Contains(ordinal))
            {
                var path = _findings is null ? null : InstancePath.Member(outer, Encoding.UTF8.GetString(name.Utf8));
                valid &= MemberValue(reader, unevaluated, "unevaluatedProperties", scope, path, name.Utf8);
            }

            reader.Skip();
        }

        Charge(value, reader);
        own.AddAll();
        return valid;
    }
}
