using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using Conformance.JsonSchema.Evaluation;
using Conformance.JsonSchema.Loading;
using Conformance.JsonSchema.Model;

namespace Conformance.JsonSchema.Tests;

/// <summary>One schema in every form that the validator can evaluate it in; all forms must come to the same verdict.</summary>
internal sealed class Evaluations
{
    private const long Steps = 10_000_000;
    private readonly CompiledSchema _compiled;
    private readonly Schema _root;
    private readonly Node _unmerged;

    public Evaluations(byte[] schema, SchemaOptions? options = null)
    {
        _compiled = CompiledSchema.Compile(schema, options);
        (_root, var count) = SchemaLoader.Load(schema, options ?? new SchemaOptions());
        _unmerged = NodeBuilder.Build(_root, count, merge: false);
    }

    public Evaluations(string schema, SchemaOptions? options = null)
        : this(Encoding.UTF8.GetBytes(schema), options)
    {
    }

    /// <summary>The common verdict; an exception if there is none.</summary>
    public bool IsValid(byte[] instance)
    {
        var findings = _compiled.Validate(instance);
        (string Form, bool Valid)[] verdicts =
        [
            ("merged nodes", _compiled.IsValid(instance)),
            ("findings", findings.Count == 0),
            ("nodes one by one", Unmerged(instance)),
            ("tree", Tree(instance)),
        ];
        if (verdicts.Any(verdict => verdict.Valid != verdicts[0].Valid))
            throw new InvalidOperationException($"{string.Join(", ", verdicts)} for {Encoding.UTF8.GetString(instance)}; findings: {string.Join("; ", findings)}");
        return verdicts[0].Valid;
    }

    /// <summary>The common verdict; an exception if there is none.</summary>
    public bool IsValid(string instance) => IsValid(Encoding.UTF8.GetBytes(instance));

    private bool Unmerged(byte[] instance)
    {
        var reader = new Utf8JsonReader(instance);
        reader.Read();
        return new NodeValidator(instance, Steps).Value(ref reader, _unmerged) && !reader.Read();
    }

    private bool Tree(byte[] instance)
    {
        var reader = new Utf8JsonReader(instance);
        reader.Read();
        return new TreeEvaluator(instance, null, Steps).Evaluate(reader, _root, DynamicScope.Empty, null);
    }
}
