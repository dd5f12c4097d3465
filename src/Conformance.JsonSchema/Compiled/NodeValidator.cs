using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.JsonSchema.Evaluation;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Patterns;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

/// <summary>
/// Decides whether an instance is valid, in one pass over its bytes where the schema allows it and without allocation. It gives only a
/// verdict; the tree evaluator collects findings.
/// </summary>
internal ref partial struct NodeValidator
{
    private const int BytesPerStep = 16;
    private readonly ReadOnlySpan<byte> _json;
    private long _steps;

    /// <summary>Makes a validator for values in a JSON text.</summary>
    /// <param name="json">The whole text; readers must have been made for it.</param>
    /// <param name="steps">How many containers and alternatives to look at before giving up.</param>
    public NodeValidator(ReadOnlySpan<byte> json, long steps)
    {
        _json = json;
        _steps = steps;
    }

    /// <summary>
    /// Whether the value that a reader stands on is valid. If it is, the reader is moved to its last token; if not, it is left anywhere in
    /// the value. Throws <see cref="ValidationLimitException"/> if that costs too much.
    /// </summary>
    public bool Value(ref Utf8JsonReader reader, Node node)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return (node.Types & JsonTypes.String) != 0 && (!node.LooksAtStrings || String(ref reader, node));
            case JsonTokenType.StartObject:
                return (node.Types & JsonTypes.Object) != 0 && Object(ref reader, node);
            case JsonTokenType.StartArray:
                return (node.Types & JsonTypes.Array) != 0 && Array(ref reader, node);
            case JsonTokenType.Number:
                return (node.Types & JsonTypes.Number) != 0 && (!node.LooksAtNumbers || Number(ref reader, node));
            case JsonTokenType.Null:
                return (node.Types & JsonTypes.Null) != 0 && (!node.NeedsCloserLook || Literal(ref reader, node));
            default:
                return (node.Types & JsonTypes.Boolean) != 0 && (!node.NeedsCloserLook || Literal(ref reader, node));
        }
    }

    private bool Literal(ref Utf8JsonReader reader, Node node) => LooksFurther(ref reader, node, mayMove: false);

    private bool Number(ref Utf8JsonReader reader, Node node)
    {
        var literal = reader.ValueSpan;
        if ((node.Types & JsonTypes.Number) != JsonTypes.Number
            && JsonNumber.IsIntegerLiteral(literal) != ((node.Types & JsonTypes.Integer) != 0))
            return false;
        foreach (var rule in node.NumberRules)
            if (ScalarAssertions.FailingNumberKeyword(rule, literal) is not null)
                return false;
        return LooksFurther(ref reader, node, mayMove: false);
    }

    private bool String(ref Utf8JsonReader reader, Node node)
    {
        if (node.StringRules.Length > 0)
        {
            using var text = new JsonText(reader);
            foreach (var rule in node.StringRules)
                if (ScalarAssertions.FailingStringKeyword(rule, text) is not null)
                    return false;
        }

        return LooksFurther(ref reader, node, mayMove: false);
    }

    private static bool IsListed(in Utf8JsonReader reader, Node node)
    {
        foreach (var set in node.ValueSets)
            if (!set.Contains(reader))
                return false;
        return true;
    }

    private bool Array(ref Utf8JsonReader reader, Node node)
    {
        Step();
        var plan = node.Array;
        if (node.NeedsCloserLook && !LooksFurther(ref reader, node, mayMove: plan is null))
            return false;
        if (plan is null)
        {
            Skip(ref reader);
            return true;
        }

        if (plan.Contains.Length > 0 && !Contains(reader, plan) || plan.UniqueItems && !AreUnique(reader))
            return false;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = count < plan.Prefix.Length ? plan.Prefix[count] : plan.Items;
            if (item is null)
                Skip(ref reader);
            else if (!Value(ref reader, item))
                return false;
            count++;
        }

        return count >= plan.MinItems && count <= plan.MaxItems;
    }

    private bool AreUnique(Utf8JsonReader array)
    {
        if (Uniqueness.FindEqualItems(array) is not null)
            return false;
        Skip(ref array);
        return true;
    }

    private bool Contains(in Utf8JsonReader array, ArrayPlan plan)
    {
        foreach (var entry in plan.Contains)
        {
            long count = 0;
            var reader = array;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var item = reader;
                if (Value(ref item, entry.Node))
                    count++;
                Skip(ref reader);
            }

            if (count < entry.Min || count > entry.Max)
                return false;
        }

        return true;
    }

    /// <summary>
    /// Decides what the pass over the value cannot: listed values and in-place applicators. If the reader may be moved, it stays where an
    /// applicator has found the value's end, so that nobody has to look for it again.
    /// </summary>
    private bool LooksFurther(ref Utf8JsonReader reader, Node node, bool mayMove)
    {
        if (!IsListed(reader, node))
            return false;
        if (node.InPlace is not { } plan)
            return true;
        Step();
        var end = reader;
        if (!InPlace(reader, plan, ref end))
            return false;
        if (mayMove)
            reader = end;
        return true;
    }

    private bool InPlace(in Utf8JsonReader value, InPlacePlan plan, ref Utf8JsonReader end)
    {
        foreach (var node in plan.All)
            if (!Again(value, node, ref end))
                return false;
        foreach (var (schema, scope) in plan.Trees)
            if (!Tree(value, schema, scope))
                return false;
        foreach (var node in plan.Not)
            if (Again(value, node))
                return false;
        foreach (var alternatives in plan.AnyOf)
            if (!AnyOf(value, alternatives, ref end))
                return false;
        foreach (var alternatives in plan.OneOf)
            if (!OneOf(value, alternatives, ref end))
                return false;
        foreach (var condition in plan.Conditions)
        {
            var branch = Again(value, condition.If, ref end) ? condition.Then : condition.Else;
            if (branch is not null && !Again(value, branch, ref end))
                return false;
        }

        return true;
    }

    private bool AnyOf(in Utf8JsonReader value, Node[] alternatives, ref Utf8JsonReader end)
    {
        foreach (var node in alternatives)
            if (Again(value, node, ref end))
                return true;
        return false;
    }

    private bool OneOf(in Utf8JsonReader value, Node[] alternatives, ref Utf8JsonReader end)
    {
        var matches = 0;
        foreach (var node in alternatives)
            if (Again(value, node, ref end) && ++matches > 1)
                return false;
        return matches == 1;
    }

    private bool Again(in Utf8JsonReader value, Node node)
    {
        var reader = value;
        return Value(ref reader, node);
    }

    private bool Again(in Utf8JsonReader value, Node node, ref Utf8JsonReader end)
    {
        // Most alternatives differ by type; there is no need to copy a reader to see that.
        if (!MayAdmit(value, node))
            return false;
        var reader = value;
        if (!Value(ref reader, node))
            return false;
        end = reader;
        return true;
    }

    private static bool MayAdmit(in Utf8JsonReader value, Node node) => value.TokenType switch
    {
        JsonTokenType.StartObject => (node.Types & JsonTypes.Object) != 0,
        JsonTokenType.StartArray => (node.Types & JsonTypes.Array) != 0,
        JsonTokenType.String => (node.Types & JsonTypes.String) != 0,
        _ => true,
    };

    private bool Tree(in Utf8JsonReader value, Schema schema, DynamicScope scope)
    {
        var evaluator = new TreeEvaluator(_json, null, _steps);
        var valid = evaluator.Evaluate(value, schema, scope, null);
        _steps = evaluator.Steps;
        return valid;
    }

    // Skipping input costs time too.
    private void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            _steps--;
            return;
        }

        var start = reader.BytesConsumed;
        reader.Skip();
        _steps -= (reader.BytesConsumed - start) / BytesPerStep;
    }

    private void Step()
    {
        if (--_steps < 0)
            throw ValidationLimitException.TooLong();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw ValidationLimitException.TooDeep();
    }

    private static bool Matches(Pattern pattern, ReadOnlySpan<byte> text, string pointer)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw ValidationLimitException.Regex(pattern, pointer, null);
        }
    }
}
