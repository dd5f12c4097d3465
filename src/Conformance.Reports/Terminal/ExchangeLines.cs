using System.Globalization;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>An exchange in a few lines: who called what, the request, the answer.</summary>
internal static class ExchangeLines
{
    /// <summary>How many characters of a body are shown.</summary>
    public const int BodyLimit = 800;

    private const int BriefLimit = 200;

    /// <summary>One line, safe for a terminal: the call and its end.</summary>
    public static string Call(ExchangeReport exchange)
    {
        var call = exchange.Operation is null ? exchange.Caller : $"{exchange.Caller} calls {exchange.Operation}";
        return Printable.OneLine($"{call}: {exchange.Method} {exchange.Url} {End(exchange)}");
    }

    /// <summary>At most two lines, each safe for a terminal: the call and its end, and what came. What was sent is in the command that
    /// repeats it.</summary>
    public static IEnumerable<string> Brief(ExchangeReport exchange)
    {
        yield return Call(exchange);
        if (exchange.ResponseBody is { } answer)
            yield return "  " + Printable.Short(answer, BriefLimit);
    }

    /// <summary>The lines, each safe for a terminal.</summary>
    public static IEnumerable<string> Of(ExchangeReport exchange)
    {
        yield return Printable.OneLine(exchange.Operation is null
            ? $"{exchange.Caller}:"
            : $"{exchange.Caller} calls {exchange.Operation}:");
        yield return Printable.OneLine($"{exchange.Method} {exchange.Url}");
        if (exchange.RequestBody is { } body)
            yield return "  " + Printable.Short(body, BodyLimit);

        yield return Printable.OneLine(End(exchange));
        if (exchange.ResponseBody is { } answer)
            yield return "  " + Printable.Short(answer, BodyLimit);
    }

    private static string End(ExchangeReport exchange)
    {
        var milliseconds = string.Create(CultureInfo.InvariantCulture, $"{exchange.Duration.TotalMilliseconds:0} ms");
        var beside = exchange.Together is { } together
            ? string.Create(CultureInfo.InvariantCulture, $" (sent at the same time, {together})")
            : "";
        return exchange.Status is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"-> {status} in {milliseconds}{beside}")
            : $"-> no answer after {milliseconds}{beside}: {exchange.TransportFailure ?? "the connection ended"}";
    }
}
