using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Patterns;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Evaluation;

// Assertions on the value itself: type, enum, const, numbers, strings.
internal ref partial struct TreeEvaluator
{
    private readonly bool Value(in Utf8JsonReader value, Schema schema, InstancePath? path)
    {
        if (schema.Types != JsonTypes.All && !Admits(value, schema))
        {
            _findings?.Add(schema, "type", path, Messages.Type(schema.Types, value));
            return false;
        }

        var valid = true;
        if (schema.Enum is not null && !schema.Enum.Contains(value))
        {
            _findings?.Add(schema, "enum", path, Messages.Enum(schema.Enum, value));
            valid = false;
        }

        if (Continues(valid) && schema.Const is not null && !schema.Const.Contains(value))
        {
            _findings?.Add(schema, "const", path, Messages.Enum(schema.Const, value));
            valid = false;
        }

        if (!Continues(valid))
            return false;
        return value.TokenType switch
        {
            JsonTokenType.Number => (!schema.HasNumberKeywords || Number(value.ValueSpan, schema, path)) && valid,
            JsonTokenType.String or JsonTokenType.PropertyName => (!schema.HasStringKeywords || String(value, schema, path)) && valid,
            _ => valid,
        };
    }

    private readonly bool Number(ReadOnlySpan<byte> literal, Schema schema, InstancePath? path)
    {
        string? keyword = null, message = null;
        if (schema.Minimum is { } minimum && minimum.CompareFrom(literal) < 0)
            (keyword, message) = ("minimum", Messages.Number("of at least", minimum.Text, literal));
        else if (schema.ExclusiveMinimum is { } above && above.CompareFrom(literal) <= 0)
            (keyword, message) = ("exclusiveMinimum", Messages.Number("above", above.Text, literal));
        else if (schema.Maximum is { } maximum && maximum.CompareFrom(literal) > 0)
            (keyword, message) = ("maximum", Messages.Number("of at most", maximum.Text, literal));
        else if (schema.ExclusiveMaximum is { } below && below.CompareFrom(literal) >= 0)
            (keyword, message) = ("exclusiveMaximum", Messages.Number("below", below.Text, literal));
        if (keyword is not null)
            _findings?.Add(schema, keyword, path, message!);
        var valid = keyword is null;
        if (Continues(valid) && schema.MultipleOf is { } divisor && !divisor.Divides(literal))
        {
            _findings?.Add(schema, "multipleOf", path, Messages.Number("that is a multiple of", divisor.Text, literal));
            valid = false;
        }

        if (Continues(valid) && schema.Format is { AppliesToNumbers: true } format && !format.Check(literal))
        {
            _findings?.Add(schema, "format", path, Messages.Format(format));
            valid = false;
        }

        return valid;
    }

    private readonly bool String(in Utf8JsonReader value, Schema schema, InstancePath? path)
    {
        using var text = new JsonText(value);
        var valid = true;
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            var length = text.CodePointCount();
            if (length < schema.MinLength)
            {
                _findings?.Add(schema, "minLength", path, Messages.Count("at least", schema.MinLength.Value, "character", "characters", length));
                valid = false;
            }

            if (length > schema.MaxLength)
            {
                _findings?.Add(schema, "maxLength", path, Messages.Count("at most", schema.MaxLength.Value, "character", "characters", length));
                valid = false;
            }
        }

        if (Continues(valid) && schema.Pattern is { } pattern && !Matches(pattern, text.Utf8, schema.Pointer, "pattern", path))
        {
            _findings?.Add(schema, "pattern", path, Messages.Pattern(pattern));
            valid = false;
        }

        if (Continues(valid) && schema.Format is { AppliesToNumbers: false } format && !format.Check(text.Utf8))
        {
            _findings?.Add(schema, "format", path, Messages.Format(format));
            valid = false;
        }

        return valid;
    }

    private static bool Matches(Pattern pattern, ReadOnlySpan<byte> text, string pointer, string keyword, InstancePath? path)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ValidationLimitException(new SchemaFinding(InstancePath.Pointer(path), $"{pointer}/{keyword}", keyword, Messages.Timeout(pattern)));
        }
    }
}
