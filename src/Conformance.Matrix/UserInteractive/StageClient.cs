using System.Text.Json.Nodes;
using Conformance.Matrix.Accounts;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Pages;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.UserInteractive;

/// <summary>By what the solver of a stage makes calls beside the one that is authenticated: it asks for a message, follows its link, logs in at a provider.</summary>
public sealed class StageClient
{
    private readonly Specification _specification;
    private readonly Func<OperationCall, Caller, CancellationToken, Task<Exchange>> _call;
    private readonly Func<RawCall, CancellationToken, Task<Exchange>> _open;

    internal StageClient(
        Specification specification,
        Target target,
        RunNames names,
        Redactor redactor,
        Func<OperationCall, Caller, CancellationToken, Task<Exchange>> call,
        Func<RawCall, CancellationToken, Task<Exchange>> open)
    {
        _specification = specification;
        _call = call;
        _open = open;
        Target = target;
        Names = names;
        Redactor = redactor;
        Walk = new PageWalk(open, target.BaseUrl, target.Companions);
    }

    internal Target Target { get; }

    internal RunNames Names { get; }

    internal Redactor Redactor { get; }

    internal PageWalk Walk { get; }

    internal Task<Exchange> CallAsync(string operationId, IReadOnlyDictionary<string, JsonNode?> arguments, Caller caller, CancellationToken cancellationToken) =>
        _call(new OperationCall { Operation = _specification.GetOperation(operationId), Arguments = arguments }, caller, cancellationToken);

    internal Task<Exchange> OpenAsync(RawCall call, CancellationToken cancellationToken) => _open(call, cancellationToken);
}
