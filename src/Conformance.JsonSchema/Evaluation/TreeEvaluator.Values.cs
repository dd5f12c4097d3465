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
        if (ScalarAssertions.FailingNumberKeyword(schema, literal) is not { } keyword)
            return true;
        _findings?.Add(schema, keyword, path, keyword switch
        {
            "minimum" => Messages.Number("of at least", schema.Minimum!.Text, literal),
            "exclusiveMinimum" => Messages.Number("above", schema.ExclusiveMinimum!.Text, literal),
            "maximum" => Messages.Number("of at most", schema.Maximum!.Text, literal),
            "exclusiveMaximum" => Messages.Number("below", schema.ExclusiveMaximum!.Text, literal),
            "multipleOf" => Messages.Number("that is a multiple of", schema.MultipleOf!.Text, literal),
            _ => Messages.Format(schema.Format!),
        });
        return false;
    }

    private readonly bool String(in Utf8JsonReader value, Schema schema, InstancePath? path)
    {
        using var text = new JsonText(value);
        if (ScalarAssertions.FailingStringKeyword(schema, text, path) is not { } keyword)
            return true;
        _findings?.Add(schema, keyword, path, keyword switch
        {
            "minLength" => Messages.Count("at least", schema.MinLength!.Value, "character", "characters", text.CodePointCount()),
            "maxLength" => Messages.Count("at most", schema.MaxLength!.Value, "character", "characters", text.CodePointCount()),
            "pattern" => Messages.Pattern(schema.Pattern!),
            _ => Messages.Format(schema.Format!),
        });
        return false;
    }

    private static bool Matches(Pattern pattern, ReadOnlySpan<byte> name, string pointer, InstancePath? path)
    {
        try
        {
            return pattern.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            throw ValidationLimitException.Regex(pattern, pointer, path);
        }
    }
}
