using Conformance.Matrix.Exchanges;

namespace Conformance.Reports.Model;

/// <summary>One request and its answer, redacted.</summary>
public sealed record ExchangeReport
{
    /// <summary>Who made it: <c>Alice on "PHONE"</c>.</summary>
    public required string Caller { get; init; }

    /// <summary>The operation called; null for a request outside the manifest.</summary>
    public string? Operation { get; init; }

    /// <summary>Why it was made; null where that is not known.</summary>
    public ExchangeRole? Role { get; init; }

    /// <summary>The step that made it; null where none did.</summary>
    public string? Step { get; init; }

    /// <summary>The number of the requests that were sent at the same time as this one, counted in the scenario; null where it was sent
    /// alone.</summary>
    public int? Together { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The absolute URL.</summary>
    public required string Url { get; init; }

    /// <summary>The request's body; null if there was none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The status; null if no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Where the answer redirects to; null where it does not.</summary>
    public string? Location { get; init; }

    /// <summary>The answer's body; null if there was none.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>Why no answer came; null if one did.</summary>
    public string? TransportFailure { get; init; }

    /// <summary>What the server logged in the meantime, at most three lines; empty where its log is not at hand, or of no
    /// interest.</summary>
    public IReadOnlyList<string> ServerLog { get; init; } = [];

    /// <summary>From the first byte sent to the last byte read.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>A command line that repeats the request, with placeholders for secrets.</summary>
    public required string Curl { get; init; }
}
