using System.Globalization;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Reports.Model;

namespace Conformance.Reports.Building;

/// <summary>Turns exchanges into what may be shown of them.</summary>
internal static class ExchangeReports
{
    /// <summary>How many characters of a body a report keeps; a server may answer with megabytes.</summary>
    public const int BodyLimit = 64 * 1024;

    private const int LineLimit = 400;

    /// <summary>An exchange without its secrets; null for null.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="redactor">Masks its secrets.</param>
    /// <param name="logs">The logs of the servers; null for none.</param>
    public static ExchangeReport? Of(Exchange? exchange, Redactor redactor, ServerLogs? logs = null) => exchange is null ? null : new()
    {
        Caller = redactor.Text(exchange.Caller),
        Operation = exchange.Operation?.Id,
        Role = exchange.Role,
        Step = exchange.Step is { } step ? redactor.Text(step.ToString()) : null,
        Together = exchange.Together?.Number,
        Method = exchange.Request.Method,
        Url = redactor.Url(exchange.Request.Url),
        RequestBody = Body(exchange.Request.Body, redactor),
        Status = exchange.Response?.Status,
        Location = exchange.Response?.Header("Location") is { } location ? redactor.Text(location) : null,
        ResponseBody = exchange.Response is { } response ? Body(response.Body, redactor) : null,
        TransportFailure = exchange.TransportFailure is { } failure ? redactor.Text(failure) : null,
        ServerLog = logs is null ? [] : [.. logs.Of(exchange).Select(line => Line(line, redactor))],
        Duration = exchange.Duration,
        Curl = CurlCommand.For(exchange.Request, redactor),
    };

    /// <summary>A request to one of the suite's own servers without its secrets.</summary>
    public static IncomingReport Of(IncomingRequest request, Redactor redactor)
    {
        var query = string.Join('&', request.Query.Select(given => redactor.Text($"{given.Key}={given.Value}")));
        return new IncomingReport(
            request.Api,
            request.Method,
            redactor.Text(request.Path) + (query.Length > 0 ? $"?{query}" : ""),
            Body(request.Body, redactor));
    }

    // Redacted first here too.
    private static string Line(string line, Redactor redactor)
    {
        var text = redactor.Text(line);
        return text.Length <= LineLimit ? text : text[..LineLimit] + "...";
    }

    private static string? Body(ReadOnlyMemory<byte> body, Redactor redactor)
    {
        if (body.IsEmpty)
            return null;

        // Redacted first: a secret that is cut in two would not be recognised.
        var text = redactor.Body(body);
        return text.Length <= BodyLimit
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, BodyLimit)}... ({text.Length} characters in all)");
    }
}
