using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;

namespace Conformance.Matrix.Verdicts;

/// <summary>A kind of answer of 500 or above that a scenario got.</summary>
/// <param name="Name">The operation, or a name of <see cref="OutsideManifest"/>.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Role">Why the call was made. A proper call of a set-up that fails now and then is another matter than a subject that
/// always does.</param>
public sealed record ServerError(string Name, int Status, ExchangeRole Role)
{
    private const int First = 500;

    /// <summary>The kinds that a scenario got, each once, in the order first seen: all that the specification does not document.</summary>
    /// <param name="record">What the scenario saw; null where it never began.</param>
    /// <param name="documentedToo">Whether those that it documents count as well.</param>
    public static IReadOnlyList<ServerError> Of(ScenarioRecord? record, bool documentedToo)
    {
        var errors = record?.Exchanges
            .Where(exchange => !exchange.IsOfCompanion)
            .Where(exchange => exchange.IsServerError || (documentedToo && exchange.Response is { Status: >= First }))
            .Select(exchange => new ServerError(NameOf(exchange), exchange.Response!.Status, exchange.Role))
            .Distinct();
        return [.. errors ?? []];
    }

    /// <summary>Whether a scenario called the same for the same reason and got another answer each time.</summary>
    /// <param name="record">What the scenario saw; null where it never began.</param>
    public bool IsOverIn(ScenarioRecord? record)
    {
        var answers = record?.Exchanges
            .Where(exchange => exchange.Role == Role && exchange.Response is not null && NameOf(exchange) == Name)
            .ToList();
        return answers is { Count: > 0 } && answers.All(exchange => exchange.Response!.Status != Status);
    }

    private static string NameOf(Exchange exchange) => exchange.Operation?.Id ?? OutsideManifest.NameOf(exchange);
}
