using System.Runtime.CompilerServices;
using System.Text.Json;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Evaluation;

/// <summary>
/// Evaluates schemas subschema by subschema, as the specification describes it; each reads the instance value again. Collects findings if
/// there is a collector, else stops at the first failure. This is the slow, complete way: the compiled nodes use it for <c>unevaluated*</c>
/// and for findings.
/// </summary>
internal ref partial struct TreeEvaluator
{
    private const int BytesPerStep = 16;
    private readonly ReadOnlySpan<byte> _json;
    private readonly FindingCollector? _findings;
    private long _steps;

    /// <summary>Makes an evaluator for values in a JSON text.</summary>
    /// <param name="json">The whole text; readers must have been made for it.</param>
    /// <param name="findings">Takes the findings; null if only the verdict is wanted.</param>
    /// <param name="steps">How many schemas to apply to values before giving up.</param>
    public TreeEvaluator(ReadOnlySpan<byte> json, FindingCollector? findings, long steps)
    {
        _json = json;
        _findings = findings;
        _steps = steps;
    }

    /// <summary>How many steps are left.</summary>
    public readonly long Steps => _steps;

    /// <summary>
    /// Whether the value that a reader stands on is valid. Throws <see cref="ValidationLimitException"/> if that costs too much.
    /// </summary>
    /// <param name="value">A reader on the value's first token; it is not moved.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="outer">The dynamic scope from which the schema is reached.</param>
    /// <param name="path">Where the value is; only for findings.</param>
    /// <param name="evaluated">Receives what the schema evaluates of the value; null if nobody needs it.</param>
    public bool Evaluate(in Utf8JsonReader value, Schema schema, DynamicScope outer, InstancePath? path, EvaluatedSet? evaluated = null)
    {
        Step();
        if (_findings is { IsFull: true })
            return false;
        if (schema.Constant is { } constant)
        {
            if (!constant)
                _findings?.Add(schema.Pointer, "false", path, "no value is allowed here");
            return constant;
        }

        var scope = outer.Enter(schema.Resource);
        // An unevaluated* sees what its own schema evaluates, not what a cousin does.
        var own = schema.HasUnevaluated ? new EvaluatedSet() : evaluated;
        var valid = Value(value, schema, path);
        if (!valid && (_findings is null || !Admits(value, schema)))
            return false;
        valid &= InPlace(value, schema, scope, path, own);
        if (Continues(valid))
            valid &= Below(value, schema, scope, path, own);
        // After a failure nobody knows what would have been evaluated.
        if (valid && schema.HasUnevaluated)
            valid = Unevaluated(value, schema, scope, path, own!);
        if (valid && own != evaluated)
            evaluated?.AddAll(own!);
        return valid;
    }

    private static bool Admits(in Utf8JsonReader value, Schema schema) => (JsonTypeNames.Of(value) & schema.Types) != 0;

    private void Step()
    {
        if (--_steps < 0)
            throw ValidationLimitException.TooLong();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw ValidationLimitException.TooDeep();
    }

    // A container is read again for each schema.
    private void Charge(in Utf8JsonReader start, in Utf8JsonReader end) =>
        _steps -= (end.BytesConsumed - start.BytesConsumed) / BytesPerStep;

    private bool InPlace(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? path, EvaluatedSet? own)
    {
        var valid = true;
        if (schema.Ref is { } target)
            valid = Evaluate(value, target, scope, path, own);
        if (Continues(valid) && schema.DynamicRef is { } reference)
            valid &= Evaluate(value, reference.Target(scope), scope, path, own);
        foreach (var part in schema.AllOf)
            if (Continues(valid))
                valid &= Evaluate(value, part, scope, path, own);
        if (Continues(valid) && schema.AnyOf.Length > 0)
            valid &= AnyOf(value, schema, scope, path, own);
        if (Continues(valid) && schema.OneOf.Length > 0)
            valid &= OneOf(value, schema, scope, path, own);
        if (Continues(valid) && schema.Not is not null && Quietly(value, schema.Not, scope, null))
        {
            _findings?.Add(schema, "not", path, "the value matches the schema that it must not match");
            valid = false;
        }

        if (Continues(valid) && schema.If is not null)
        {
            var branch = Quietly(value, schema.If, scope, own) ? schema.Then : schema.Else;
            valid &= branch is null || Evaluate(value, branch, scope, path, own);
        }

        return valid;
    }

    /// <summary>Whether there is anything left to find out.</summary>
    private readonly bool Continues(bool valid) => valid || _findings is not null;

    /// <summary>The verdict alone. What the schema evaluated counts only if the value is valid.</summary>
    private bool Quietly(in Utf8JsonReader value, Schema schema, DynamicScope scope, EvaluatedSet? evaluated)
    {
        var branch = evaluated is null ? null : new EvaluatedSet();
        var evaluator = new TreeEvaluator(_json, null, _steps);
        var valid = evaluator.Evaluate(value, schema, scope, null, branch);
        _steps = evaluator._steps;
        if (valid)
            evaluated?.AddAll(branch!);
        return valid;
    }

    private bool Below(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? path, EvaluatedSet? own) =>
        value.TokenType switch
        {
            JsonTokenType.StartObject => !schema.HasObjectKeywords || Object(value, schema, scope, path, own),
            JsonTokenType.StartArray => !schema.HasArrayKeywords || Array(value, schema, scope, path, own),
            _ => true,
        };

    private bool Unevaluated(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? path, EvaluatedSet own) =>
        value.TokenType switch
        {
            JsonTokenType.StartObject => schema.UnevaluatedProperties is null || UnevaluatedProperties(value, schema, scope, path, own),
            JsonTokenType.StartArray => schema.UnevaluatedItems is null || UnevaluatedItems(value, schema, scope, path, own),
            _ => true,
        };

    private bool AnyOf(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? path, EvaluatedSet? own)
    {
        var matches = false;
        foreach (var alternative in schema.AnyOf)
        {
            matches |= Quietly(value, alternative, scope, own);
            if (matches && own is null)
                return true;
        }

        if (!matches && _findings is not null)
            _findings.Add(schema, "anyOf", path, NoMatch(value, schema.AnyOf, scope, path));
        return matches;
    }

    private bool OneOf(in Utf8JsonReader value, Schema schema, DynamicScope scope, InstancePath? path, EvaluatedSet? own)
    {
        var matching = _findings is null ? null : new List<int>();
        var count = 0;
        for (var i = 0; i < schema.OneOf.Length; i++)
        {
            if (!Quietly(value, schema.OneOf[i], scope, own))
                continue;
            count++;
            matching?.Add(i);
            if (count > 1 && matching is null)
                return false;
        }

        if (count != 1)
            _findings?.Add(schema, "oneOf", path, count == 0
                ? NoMatch(value, schema.OneOf, scope, path)
                : Messages.Matching("oneOf", matching!, schema.OneOf.Length));
        return count == 1;
    }

    /// <summary>
    /// Says that no alternative matches, and what the nearest one lacks: the one with the fewest findings on the value itself, then the
    /// fewest in all.
    /// </summary>
    private string NoMatch(in Utf8JsonReader value, Schema[] alternatives, DynamicScope scope, InstancePath? path)
    {
        const int Enough = 20;
        var here = InstancePath.Pointer(path);
        (int Index, int Here, int All, SchemaFinding Finding)? nearest = null;
        for (var i = 0; i < alternatives.Length; i++)
        {
            var collector = new FindingCollector(Enough);
            var evaluator = new TreeEvaluator(_json, collector, _steps);
            evaluator.Evaluate(value, alternatives[i], scope, path);
            _steps = evaluator._steps;
            if (collector.Findings.Count == 0)
                continue;
            var onValue = collector.Findings.Count(finding =>
                finding.InstancePointer == here && finding.Keyword is "type" or "enum" or "const" or "false");
            if (nearest is null || onValue < nearest.Value.Here || onValue == nearest.Value.Here
                && collector.Findings.Count < nearest.Value.All)
                nearest = (i, onValue, collector.Findings.Count, collector.Findings[0]);
        }

        var message = alternatives.Length == 1
            ? "does not match the only alternative"
            : $"matches none of {alternatives.Length} alternatives";
        if (nearest is not { } best)
            return message;
        var where = best.Finding.InstancePointer.Length > here.Length
            ? $" at {Messages.Pointer(best.Finding.InstancePointer[here.Length..])}"
            : "";
        return alternatives.Length == 1
            ? $"{message}:{where} {best.Finding.Message}"
            : $"{message}; nearest is number {best.Index + 1}:{where} {best.Finding.Message}";
    }
}
