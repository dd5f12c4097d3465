using System.Globalization;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>An exchange in a few lines: who called what, the request, the answer.</summary>
internal static class ExchangeLines
{
    /// <summary>How many characters of a body are shown.</summary>
    public const int BodyLimit = 800;

    /// <summary>The lines, each safe for a terminal.</summary>
    public static IEnumerable<string> Of(ExchangeReport exchange)
    {
        yield return Printable.OneLine(exchange.Operation is null
            ? $"{exchange.Caller}:"
            : $"{exchange.Caller} calls {exchange.Operation}:");
        yield return Printable.OneLine($"{exchange.Method} {exchange.Url}");
        if (exchange.RequestBody is { } body)
            yield return "  " + Printable.Short(body, BodyLimit);

        var milliseconds = string.Create(CultureInfo.InvariantCulture, $"{exchange.Duration.TotalMilliseconds:0} ms");
        yield return exchange.Status is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"-> {status} in {milliseconds}")
            : $"-> no answer after {milliseconds}: {Printable.OneLine(exchange.TransportFailure ?? "the connection ended")}";
        if (exchange.ResponseBody is { } answer)
            yield return "  " + Printable.Short(answer, BodyLimit);
    }
}
