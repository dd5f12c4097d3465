using System.Text.Json;
using Conformance.Reports.Model;

namespace Conformance.Reports.Json;

/// <summary>Writes violations and the exchanges that show them.</summary>
internal static class JsonExchanges
{
    /// <summary>A violation.</summary>
    public static void Write(ViolationReport violation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("expected", violation.Expected);
        json.WriteString("actual", violation.Actual);
        if (violation.Sample is { } sample)
            Write(sample, json);
        Write("exchange", violation.Exchange, json);
        if (violation.After is { } after)
            Write("after", after, json);
        if (violation.IsHarm)
            json.WriteBoolean("harm", true);
        json.WriteEndObject();
    }

    /// <summary>An exchange as a member; null where there is none.</summary>
    public static void Write(string name, ExchangeReport? exchange, Utf8JsonWriter json)
    {
        if (exchange is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WritePropertyName(name);
        Write(exchange, json);
    }

    /// <summary>An exchange.</summary>
    public static void Write(ExchangeReport exchange, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("caller", exchange.Caller);
        if (exchange.Operation is { } operation)
            json.WriteString("operation", operation);
        if (exchange.Role is { } role)
            json.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(role.ToString()));
        if (exchange.Step is { } step)
            json.WriteString("step", step);
        if (exchange.Together is { } together)
            json.WriteNumber("together", together);
        json.WriteString("method", exchange.Method);
        json.WriteString("url", exchange.Url);
        if (exchange.RequestBody is { } requestBody)
            json.WriteString("requestBody", requestBody);
        if (exchange.Status is { } status)
            json.WriteNumber("status", status);
        if (exchange.Location is { } location)
            json.WriteString("location", location);
        if (exchange.ResponseBody is { } responseBody)
            json.WriteString("responseBody", responseBody);
        if (exchange.TransportFailure is { } failure)
            json.WriteString("failure", failure);
        if (exchange.ServerLog.Count > 0)
            JsonReport.WriteStrings("serverLog", exchange.ServerLog, json);
        JsonReport.WriteSeconds(exchange.Duration, json);
        json.WriteString("curl", exchange.Curl);
        json.WriteEndObject();
    }

    /// <summary>A request of the homeserver to one of the suite's own servers.</summary>
    public static void Write(IncomingReport request, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("api", request.Api);
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        if (request.Body is { } body)
            json.WriteString("body", body);
        json.WriteEndObject();
    }

    private static void Write(SampleReport sample, Utf8JsonWriter json)
    {
        json.WriteStartObject("sample");
        json.WriteString("kind", sample.Kind);
        json.WriteNumber("total", sample.Total);
        JsonReport.WriteArray("deviating", sample.Deviating, json, Write);
        json.WriteEndObject();
    }

    private static void Write(DeviationReport deviation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", deviation.Name);
        json.WriteString("actual", deviation.Actual);
        if (deviation.Exchange is { } exchange)
            json.WriteNumber("exchange", exchange);
        json.WriteEndObject();
    }
}
