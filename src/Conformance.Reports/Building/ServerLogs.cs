using Conformance.Matrix.Exchanges;

namespace Conformance.Reports.Building;

/// <summary>The logs of the homeservers that the suite started. They hold secrets.</summary>
/// <param name="logs">Each log with its server's URL.</param>
/// <param name="readAt">When they were read.</param>
public sealed class ServerLogs(IEnumerable<(Uri BaseUrl, string Text)> logs, DateTimeOffset readAt)
{
    private const int FirstServerError = 500;

    private readonly List<(string Authority, Lazy<ServerLog> Log)> _logs =
        [.. logs.Select(log => (log.BaseUrl.Authority, new Lazy<ServerLog>(() => new ServerLog(log.Text, readAt))))];

    /// <summary>None at hand.</summary>
    public static ServerLogs None { get; } = new([], DateTimeOffset.MinValue);

    /// <summary>What the server logged while it failed to handle a request: the lines that say most, at most three, in their order. Empty
    /// where it answered with less than 500, and where its log is not at hand.</summary>
    /// <param name="exchange">The exchange.</param>
    public IReadOnlyList<string> Of(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (exchange is not { Response.Status: >= FirstServerError, IsOfCompanion: false })
            return [];
        return _logs.Where(log => log.Authority == exchange.Request.Url.Authority)
            .Select(log => log.Log.Value.Between(
                exchange.EndedAt - exchange.Duration, exchange.EndedAt, exchange.Request.Url.AbsolutePath, exchange.Request.Method))
            .FirstOrDefault(lines => lines.Count > 0) ?? [];
    }
}
