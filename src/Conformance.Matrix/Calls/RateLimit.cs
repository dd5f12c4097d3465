using System.Globalization;
using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Calls;

/// <summary>Obeys 429: waits what the server says and tries again, within a deadline for all waits of a call together.</summary>
internal sealed class RateLimit(TimeSpan deadline, TimeProvider? time = null)
{
    // A server may say "0 seconds" and refuse again; this keeps such a pair from spinning.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Unsaid = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Sends until the answer is no 429, or the next wait would pass the deadline; then the 429 is the answer.</summary>
    public async Task<Exchange> ObeyAsync(
        Func<CancellationToken, Task<Exchange>> send, Action<Exchange>? rateLimited, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        for (var waits = 0; ; waits++)
        {
            var exchange = await send(cancellationToken) with { RateLimitWaits = waits };
            if (exchange.Response is not { Status: 429 } refusal)
                return exchange;
            var wait = WaitFor(refusal, _time.GetUtcNow(), waits);
            if (waited + wait > deadline)
                return exchange with { WhyUndecided = TooLong(wait) };
            waited += wait;
            rateLimited?.Invoke(exchange);
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    private string TooLong(TimeSpan wait) => string.Create(
        CultureInfo.InvariantCulture,
        $"The server answers 429 and asks for another {wait.TotalSeconds:0.###} s, and a call may wait {deadline.TotalSeconds:0.###} s in all.");

    /// <summary>What a 429 asks for: <c>Retry-After</c> in seconds or as a date, else <c>retry_after_ms</c>, else a short wait that
    /// doubles.</summary>
    internal static TimeSpan WaitFor(RecordedResponse refusal, DateTimeOffset now, int waits)
    {
        var wait = FromHeader(refusal.Header("Retry-After"), now) ?? FromBody(refusal.Json) ?? Unsaid * Math.Pow(2, Math.Min(waits, 10));
        return wait < Shortest ? Shortest : wait;
    }

    private static TimeSpan? FromHeader(string? value, DateTimeOffset now)
    {
        if (value is null)
            return null;
        if (int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParseExact(value.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date - now
            : null;
    }

    private static TimeSpan? FromBody(JsonElement? body)
    {
        // Nobody could wait longer than a year, and TimeSpan would overflow.
        return body?.Number("retry_after_ms") is { } milliseconds and >= 0 and < 3.2e10 ? TimeSpan.FromMilliseconds(milliseconds) : null;
    }
}
