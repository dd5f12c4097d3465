using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Uia;

/// <summary>A call that the server answered with a challenge, and how far it has come since.</summary>
public sealed record UiaAttempt
{
    /// <summary>The call as first made, without <c>auth</c>.</summary>
    public required OperationCall Call { get; init; }

    /// <summary>Who made it.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The challenge that began the session.</summary>
    public required UiaChallenge First { get; init; }

    /// <summary>The last challenge seen in this session; the first one until there is another.</summary>
    public required UiaChallenge Latest { get; init; }

    /// <summary>The session to pass back: the latest one given; null where the server gave none.</summary>
    public string? Session => Latest.Session ?? First.Session;
}
