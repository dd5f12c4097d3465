using Conformance.Matrix.Actors;
using Conformance.Matrix.Exchanges;

namespace Conformance.Steps.Races;

/// <summary>One of the tries of a race: requests that were sent at the same time, and what later steps need to know of them.</summary>
/// <param name="Number">Which try, from 1.</param>
/// <param name="Exchanges">How each client came out, in the order of the clients.</param>
public sealed record RaceTry(int Number, IReadOnlyList<Exchange> Exchanges)
{
    /// <summary>The try as a report names it.</summary>
    public string Name => FormattableString.Invariant($"try {Number}");

    /// <summary>The password that each client gave, in the order of the clients; empty where they gave none. Secrets.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>The session that the race is about, as it was before; null where it is about none.</summary>
    public Session? Session { get; init; }

    /// <summary>Those of the exchanges that succeeded.</summary>
    public IReadOnlyList<Exchange> Successes => [.. Exchanges.Where(exchange => exchange.Response is { Status: >= 200 and < 300 })];

    /// <summary>Whether the server's rate limit refused a request.</summary>
    public bool IsRateLimited => Exchanges.Any(exchange => exchange.Response is { Status: 429 });

    /// <summary>The outcomes in one phrase: <c>200 and 400 M_USER_IN_USE</c>. The clients are alike, so that their order
    /// does not show.</summary>
    public string Outcomes => string.Join(" and ", Exchanges.Select(exchange => exchange.Outcome).Order(StringComparer.Ordinal));
}
