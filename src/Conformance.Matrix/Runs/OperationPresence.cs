using System.Collections.Concurrent;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
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

    private readonly ConcurrentDictionary<string, Lazy<Task<Exchange>>> _asked = new(StringComparer.Ordinal);

    /// <summary>Whether the operation of an exchange is missing.</summary>
    /// <param name="call">The call, whose path names things that may exist.</param>
    /// <param name="exchange">What came of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotCheckedException">The question got no proper answer; the next scenario asks again.</exception>
    public async Task<bool> IsMissingAsync(OperationCall call, Exchange exchange, CancellationToken cancellationToken)
    {
        var operation = call.Operation;
        if (!LooksMissing(exchange) || Lacked(operation, exchange) is not null || responses.Shows(operation.Id))
            return false;
        var question = _asked.GetOrAdd(operation.Id, _ => new Lazy<Task<Exchange>>(() => AskAsync(call)));
        try
        {
            var answer = await question.Value.WaitAsync(cancellationToken);
            if (answer.Response is not (null or { Status: 429 or >= 500 }))
                return IsMissing(operation, answer);
            _asked.TryRemove(KeyValuePair.Create(operation.Id, question));
            throw new NotCheckedException($"whether the server has {operation.Id} is not known: {answer.Outcome}");
        }
        catch (SuiteErrorException)
        {
            _asked.TryRemove(KeyValuePair.Create(operation.Id, question));
            throw;
        }
    }

    /// <summary>Why the server need not do what was asked: it says that it has switched the operation off, or may lack it and answered as
    /// if it did. Null where it has to.</summary>
    public UnmetNeedException? WhyUnmet(Operation operation, Exchange exchange) =>
        SwitchedOffBy(operation, exchange) is { } capability
            ? new UnmetNeedException(Need.SpecialConfiguration, $"{capability} is not enabled on this server.")
            : Lacked(operation, exchange) is { } need
                ? new UnmetNeedException(need, $"{operation.Id} is not there, and need not be.")
                : null;

    private Need? Lacked(Operation operation, Exchange exchange) =>
        !LooksMissing(exchange) ? null
        : operation.Since > target.SpecVersion ? Need.Version
        : OptionalOperations.NeedWithout(target, operation.Id);

    private string? SwitchedOffBy(Operation operation, Exchange exchange) =>
        exchange.Response is { Status: 403 or 404 or 405 } ? OptionalOperations.SwitchedOffBy(target, operation.Id) : null;

    private static bool LooksMissing(Exchange exchange) =>
        exchange.Response is { Status: 404 or 405, ErrorCode: null or Unrecognized };

    private static bool IsMissing(Operation operation, Exchange answer) => LooksMissing(answer)
        && (operation.Authentication is Authentication.Required || operation.ResponseFor(answer.Response!.Status) is null);

    private async Task<Exchange> AskAsync(OperationCall call)
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
        var answer = judge.Examine(
            await client.SendAsync(question, Caller.Anonymous, ExchangeRole.SetUp, CancellationToken.None));
        responses.Add(
            IsMissing(operation, answer) ? answer with { Findings = [.. answer.Findings, Missing(operation, answer)] } : answer,
            target.SpecVersion);
        return answer;
    }

    private static Finding Missing(Operation operation, Exchange exchange) => new(
        FindingKind.NotImplemented,
        FindingSeverity.Violation,
        "",
        $"{operation} exists",
        exchange.Outcome,
        $"{operation.Id} is not implemented: a call without an access token is answered {exchange.Outcome}.");
}
