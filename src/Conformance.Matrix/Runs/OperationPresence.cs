using System.Collections.Concurrent;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Targets;
using Conformance.Spec;

namespace Conformance.Matrix.Runs;

/// <summary>
/// Finds out which operations the homeserver under test does not have. An operation is asked for when an answer first looks as if it were
/// missing: once, without an access token, so that nothing but a 404 or 405 says that it is. One that is missing is a finding of the
/// operation's own; scenarios that need it say nothing about the server. Safe to use from many scenarios at once.
/// </summary>
/// <param name="client">Calls the homeserver.</param>
/// <param name="judge">Judges the answer.</param>
/// <param name="target">The homeserver.</param>
/// <param name="responses">Where the finding goes.</param>
internal sealed class OperationPresence(MatrixClient client, Judge judge, Target target, ResponseLedger responses)
{
    private const string Unrecognized = "M_UNRECOGNIZED";

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _missing = new(StringComparer.Ordinal);

    /// <summary>Whether the operation of an exchange is missing.</summary>
    /// <param name="call">The call, whose path names things that may exist.</param>
    /// <param name="exchange">What came of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<bool> IsMissingAsync(OperationCall call, Exchange exchange, CancellationToken cancellationToken)
    {
        var operation = call.Operation;
        return LooksMissing(exchange) && !MayLack(operation)
            ? _missing.GetOrAdd(operation.Id, _ => new Lazy<Task<bool>>(() => AskAsync(call))).Value.WaitAsync(cancellationToken)
            : Task.FromResult(false);
    }

    /// <summary>The capability by which the server says that it refuses an operation, where it did refuse it; else null.</summary>
    public string? SwitchedOffBy(Operation operation, Exchange exchange) =>
        exchange.Response is { Status: 403 or 404 or 405 } ? OptionalOperations.SwitchedOffBy(target, operation.Id) : null;

    // The text has no word for a version that lacks an operation: it need not be there.
    private bool MayLack(Operation operation) =>
        operation.Since > target.SpecVersion || OptionalOperations.MayLack(target, operation.Id);

    private static bool LooksMissing(Exchange exchange) =>
        exchange.Response is { Status: 404 or 405, ErrorCode: null or Unrecognized };

    private async Task<bool> AskAsync(OperationCall call)
    {
        var operation = call.Operation;
        var inPath = operation.Parameters.Where(parameter => parameter.Location is ParameterLocation.Path)
            .Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var question = new OperationCall
        {
            Operation = operation,
            Arguments = call.Arguments.Where(argument => inPath.Contains(argument.Key)).ToDictionary(StringComparer.Ordinal),
            WithoutBody = true,
            Malformed = true,
        };
        var exchange = judge.Examine(
            await client.SendAsync(question, Caller.Anonymous, ExchangeRole.SetUp, CancellationToken.None));
        var isMissing = LooksMissing(exchange)
            && (operation.Authentication is Authentication.Required || operation.ResponseFor(exchange.Response!.Status) is null);
        responses.Add(
            isMissing ? exchange with { Findings = [.. exchange.Findings, Missing(operation, exchange)] } : exchange, target.SpecVersion);
        return isMissing;
    }

    private static Finding Missing(Operation operation, Exchange exchange) => new(
        FindingKind.NotImplemented,
        FindingSeverity.Violation,
        "",
        $"{operation} exists",
        exchange.Outcome,
        $"{operation.Id} is not implemented: a call without an access token is answered {exchange.Outcome}.");
}
