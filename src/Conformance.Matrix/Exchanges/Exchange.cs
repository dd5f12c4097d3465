using Conformance.Spec;

namespace Conformance.Matrix.Exchanges;

/// <summary>One request to the homeserver and its answer, with what the judge found.</summary>
public sealed record Exchange
{
    private const int LongestCode = 120;

    /// <summary>The operation called; null for a request outside the manifest (a fallback page, an unknown path).</summary>
    public Operation? Operation { get; init; }

    /// <summary>Why the suite made it.</summary>
    public required ExchangeRole Role { get; init; }

    /// <summary>The step that made it; null where none did.</summary>
    public StepMark? Step { get; init; }

    /// <summary>The exchanges whose requests were sent at the same time; null where it was sent alone.</summary>
    public SentTogether? Together { get; init; }

    /// <summary>Whether the suite made it with one of its own servers, as with the pages of its single sign-on provider. Nobody judges
    /// it.</summary>
    public bool IsOfCompanion { get; init; }

    /// <summary>Who made it, as in the feature: <c>Alice on "PHONE"</c>.</summary>
    public required string Caller { get; init; }

    /// <summary>What was sent.</summary>
    public required RecordedRequest Request { get; init; }

    /// <summary>What came back; null if nothing did.</summary>
    public RecordedResponse? Response { get; init; }

    /// <summary>Why nothing came back, one sentence; null if an answer came.</summary>
    public string? TransportFailure { get; init; }

    /// <summary>
    /// Why the exchange says nothing about the server, one sentence: the suite's own time ran out, or the connection broke. Null where the
    /// exchange decides something, as an answer does that is not HTTP.
    /// </summary>
    public string? WhyUndecided { get; init; }

    /// <summary>Whether no connection could be made, or it was lost before the answer was there. A server that takes too long is
    /// another matter.</summary>
    public bool ConnectionBroke { get; init; }

    /// <summary>Whether no connection could be made, so that the server never saw the request.</summary>
    public bool WasRefused { get; init; }

    /// <summary>When the last byte was read, or the suite gave up, by the run's clock.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>From the first byte sent to the last byte read, or until the suite gave up, of the last attempt. The time is the server's:
    /// a wait for a connection is not part of it.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How often the server's 429 was obeyed before this answer.</summary>
    public int RateLimitWaits { get; init; }

    /// <summary>What the judge found; empty if the answer is as specified.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether another record is about the same exchange, with more or less known of it.</summary>
    public bool IsSameAs(Exchange? other) => other is not null && ReferenceEquals(Request, other.Request);

    /// <summary>Whether the answer is a 5xx that the specification does not document for the operation: the server broke.</summary>
    public bool IsServerError => Findings.Any(finding => finding.Kind is FindingKind.ServerError);

    /// <summary>
    /// Whether a request outside the manifest is one to the API: not a page for people, which a browser asks for as HTML, and not something
    /// beside the API on the same server.
    /// </summary>
    public bool IsOfApi =>
        (Request.Url.AbsolutePath.Contains("/_matrix/client/", StringComparison.Ordinal)
            || Request.Url.AbsolutePath.Contains("/_matrix/media/", StringComparison.Ordinal))
        && !Request.Headers.Any(header => header.Key.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            && header.Value.Contains("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>The outcome, for a message: <c>200</c>, <c>403 M_FORBIDDEN</c>, <c>401 (a UIA challenge)</c>, or why no answer
    /// came.</summary>
    public string Outcome
    {
        get
        {
            if (Response is not { } response)
                return TransportFailure is { } failure ? $"no answer: {failure}" : "no answer";
            // A long one is not cut: half a secret in it would not be recognised.
            var code = response.ErrorCode is not { } errorCode ? "" : errorCode.Length <= LongestCode ? $" {errorCode}" : " (a long errcode)";
            var challenge = response.IsChallenge ? " (a UIA challenge)" : "";
            return $"{response.Status}{code}{challenge}";
        }
    }
}
