using System.Collections.Concurrent;
using System.Globalization;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Http;

/// <summary>Refuses clients that call too often ("Rate limiting" of the client-server API). Without a limit in the options it refuses
/// nobody.</summary>
internal sealed class RateLimiter(ReferenceServerOptions options)
{
    private readonly ConcurrentDictionary<(string Client, string OperationId), Window> _windows = [];

    /// <summary>Counts a call.</summary>
    /// <exception cref="MatrixException">429 <c>M_LIMIT_EXCEEDED</c>, with the time to wait.</exception>
    public void Count(Call call)
    {
        if (options.RateLimit is not { } limit)
        {
            return;
        }

        var window = _windows.GetOrAdd((call.Token ?? call.RemoteAddress ?? "", call.OperationId), _ => new Window());
        lock (window)
        {
            var now = options.Clock.GetUtcNow();
            if (now >= window.EndsAt)
            {
                (window.Requests, window.EndsAt) = (0, now + limit.Window);
            }

            if (++window.Requests > limit.Requests)
            {
                throw Exceeded(window.EndsAt - now);
            }
        }
    }

    /// <summary>The refusal, which says when to come back, in whole seconds as the header has it.</summary>
    private static MatrixException Exceeded(TimeSpan wait) => new(429, ErrorCodes.LimitExceeded, "Too many requests. Wait, and try again.")
    {
        Extras =
            new Dictionary<string, System.Text.Json.Nodes.JsonNode> { ["retry_after_ms"] = (long)Math.Ceiling(wait.TotalMilliseconds) },
        Headers = new Dictionary<string, string>
        {
            ["Retry-After"] = Math.Ceiling(wait.TotalSeconds)
            .ToString("F0", CultureInfo.InvariantCulture)
        },
    };

    private sealed class Window
    {
        public int Requests { get; set; }

        public DateTimeOffset EndsAt { get; set; }
    }
}
