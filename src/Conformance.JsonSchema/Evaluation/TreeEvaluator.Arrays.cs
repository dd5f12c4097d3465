using System.Text.Json;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Evaluation;

// Keywords for arrays.
internal ref partial struct TreeEvaluator
{
    private bool Array(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? outer, EvaluatedSet? own)
    {
        var valid = true;
        var containing = 0;
        var count = 0;
        var reader = value;
        while (Continues(valid) && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var path = _findings is null ? null : InstancePath.Item(outer, count);
            if (count < schema.PrefixItems.Length)
            {
                valid &= Evaluate(reader, schema.PrefixItems[count], scope, path);
                own?.Add(count);
            }
            else if (schema.Items is { } items)
            {
                valid &= Item(reader, schema, "items", items, scope, path, count);
            }

            if (schema.Contains is { } contains && Quietly(reader, contains, scope, null))
            {
                containing++;
                own?.Add(count);
            }

            count++;
            reader.Skip();
        }

        Charge(value, reader);
        if (!Continues(valid))
            return false;
        if (schema.Items is not null)
            own?.AddAll();
        return ItemCounts(value, schema, path: outer, count, containing) && valid;
    }

    private readonly bool ItemCounts(in Utf8JsonReader value, Schema schema, InstancePath? path, int count, int containing)
    {
        var valid = true;
        if (count < schema.MinItems)
        {
            _findings?.Add(schema, "minItems", path, Messages.Count("at least", schema.MinItems.Value, "item", "items", count));
            valid = false;
        }

        if (count > schema.MaxItems)
        {
            _findings?.Add(schema, "maxItems", path, Messages.Count("at most", schema.MaxItems.Value, "item", "items", count));
            valid = false;
        }

        if (schema.Contains is not null && containing < (schema.MinContains ?? 1))
        {
            _findings?.Add(schema, schema.MinContains is null
                ? "contains"
                : "minContains", path, Messages.Count("at least", schema.MinContains ?? 1, "matching item", "matching items", containing));
            valid = false;
        }

        if (schema.Contains is not null && containing > schema.MaxContains)
        {
            _findings?.Add(schema, "maxContains", path,
                Messages.Count("at most", schema.MaxContains.Value, "matching item", "matching items", containing));
            valid = false;
        }

        if (Continues(valid) && schema.UniqueItems && Uniqueness.FindEqualItems(value) is var (earlier, later))
        {
            _findings?.Add(schema, "uniqueItems", path, Messages.EqualItems(earlier, later));
            valid = false;
        }

        return valid;
    }

    private bool Item(
        in Utf8JsonReader value, Schema schema, string keyword, Schema items, DynamicScope scope, InstancePath? path, int index)
    {
        if (items.Constant != false)
            return Evaluate(value, items, scope, path);
        _findings?.Add(schema, keyword, path, Messages.Item(index));
        return false;
    }

    private bool UnevaluatedItems(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? outer, EvaluatedSet own)
    {
        var valid = true;
        var reader = value;
        for (var index = 0; Continues(valid) && reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (!own.Contains(index))
                valid &= Item(reader, schema, "unevaluatedItems", schema.UnevaluatedItems!, scope, _findings is null
                    ? null
                    : InstancePath.Item(outer, index), index);
            reader.Skip();
        }

        Charge(value, reader);
        own.AddAll();
        return valid;
    }
}
