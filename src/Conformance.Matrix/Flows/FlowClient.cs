using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Pages;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Flows;

/// <summary>How a flow talks to the homeserver, for one purpose: it calls operations, asks for a message and follows its link, logs in at a
/// provider.</summary>
public sealed class FlowClient
{
    private readonly ICallMaker _calls;
    private readonly ExchangeRole _role;
    private readonly Specification _specification;

    internal FlowClient(ICallMaker calls, ExchangeRole role, Specification specification, Target target, RunNames names, Redactor redactor)
    {
        _calls = calls;
        _role = role;
        _specification = specification;
        Target = target;
        Names = names;
        Redactor = redactor;
    }

    internal Target Target { get; }

    internal RunNames Names { get; }

    internal Redactor Redactor { get; }

    /// <summary>Calls an operation of the specification.</summary>
    /// <exception cref="SpecException">There is no such operation.</exception>
    internal Task<Exchange> CallAsync(
        string operationId, IReadOnlyDictionary<string, JsonNode?> arguments, Caller caller, CancellationToken cancellationToken) =>
        _calls.CallAsync(new OperationCall { Operation = _specification.GetOperation(operationId), Arguments = arguments }, caller, _role,
            cancellationToken);

    /// <summary>Sends a request outside the manifest, without a caller.</summary>
    internal Task<Exchange> OpenAsync(RawCall call, CancellationToken cancellationToken) =>
        _calls.CallAsync(call, Caller.Anonymous, _role, cancellationToken);

    /// <summary>A walk through web pages of the homeserver and the companions.</summary>
    /// <param name="caller">Who makes the requests, for the record; null for nobody.</param>
    internal PageWalk Walk(Caller? caller = null) =>
        new((page, token) => _calls.CallAsync(page, caller ?? Caller.Anonymous, _role, token), Target.BaseUrl, Target.Companions, Visited);

    /// <summary>Records a page of a companion.</summary>
    internal void Visited(Exchange page) => _calls.Note(page with { Role = _role });
}
