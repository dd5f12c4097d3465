using System.Text.RegularExpressions;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Evaluation;

/// <summary>The assertions on numbers and strings.</summary>
internal static class ScalarAssertions
{
    /// <summary>The first keyword of a schema that a number violates; null if none.</summary>
    public static string? FailingNumberKeyword(Schema schema, ReadOnlySpan<byte> literal)
    {
        if (schema.Minimum is { } minimum && minimum.CompareFrom(literal) < 0)
            return "minimum";
        if (schema.ExclusiveMinimum is { } above && above.CompareFrom(literal) <= 0)
            return "exclusiveMinimum";
        if (schema.Maximum is { } maximum && maximum.CompareFrom(literal) > 0)
            return "maximum";
        if (schema.ExclusiveMaximum is { } below && below.CompareFrom(literal) >= 0)
            return "exclusiveMaximum";
        if (schema.MultipleOf is { } divisor && !divisor.Divides(literal))
            return "multipleOf";
        return schema.Format is { AppliesToNumbers: true } format && !format.Check(literal) ? "format" : null;
    }

    /// <summary>The first keyword of a schema that a string violates; null if none. Throws <see cref="ValidationLimitException"/> if a
    /// regular expression takes too long.</summary>
    public static string? FailingStringKeyword(Schema schema, in JsonText text, InstancePath? path = null)
    {
        if (schema.MinLength is not null || schema.MaxLength is not null)
        {
            var length = text.CodePointCount();
            if (length < schema.MinLength)
                return "minLength";
            if (length > schema.MaxLength)
                return "maxLength";
        }

        if (schema.Pattern is { } pattern)
        {
            try
            {
                if (!pattern.IsMatch(text.Utf8))
                    return "pattern";
            }
            catch (RegexMatchTimeoutException)
            {
                throw ValidationLimitException.Regex(pattern, schema.KeywordPointer("pattern"), path);
            }
        }

        return schema.Format is { AppliesToNumbers: false } format && !format.Check(text.Utf8) ? "format" : null;
    }
}
