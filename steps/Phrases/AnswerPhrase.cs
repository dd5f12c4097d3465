using System.Globalization;
using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Steps.Phrases;

/// <summary>
/// The answers that a step accepts: <c>200</c>, <c>4xx</c>, <c>404 M_NOT_FOUND or 403 M_FORBIDDEN</c>, <c>400 M_INVALID_USERNAME before authentication</c>.
/// </summary>
/// <param name="Alternatives">Each one answer.</param>
public sealed record AnswerPhrase(IReadOnlyList<AnswerPhrase.Alternative> Alternatives)
{
    private const string Unauthenticated = " before authentication";
    private const string Soft = " by soft logout";

    /// <summary>The form of accepted answers, for step expressions.</summary>
    public const string Pattern = @"(\d[0-9x][0-9x].*)";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static AnswerPhrase Parse(string text) => new([.. text.Split([" or ", ", "], StringSplitOptions.RemoveEmptyEntries).Select(Read)]);

    /// <summary>Whether one of the alternatives fits what came back.</summary>
    public bool Accepts(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.Response is { } response && Alternatives.Any(alternative => alternative.Fits(exchange, response));
    }

    /// <summary>The alternatives as in a feature.</summary>
    public override string ToString() => string.Join(" or ", Alternatives);

    private static Alternative Read(string text)
    {
        var condition = new[] { Unauthenticated, Soft }.FirstOrDefault(ending => text.EndsWith(ending, StringComparison.Ordinal)) ?? string.Empty;
        var parts = text[..^condition.Length].Split(' ');
        return new Alternative(parts[0], parts.ElementAtOrDefault(1), condition);
    }

    /// <summary>One accepted answer.</summary>
    /// <param name="Status">The status, or a class of them.</param>
    /// <param name="ErrorCode">The error code; null for any, or none.</param>
    /// <param name="Condition">What else has to be so; empty for nothing.</param>
    public sealed record Alternative(string Status, string? ErrorCode, string Condition)
    {
        /// <summary>As in a feature.</summary>
        public override string ToString() => $"{Status}{(ErrorCode is null ? "" : $" {ErrorCode}")}{Condition}";

        internal bool Fits(Exchange exchange, RecordedResponse response)
        {
            var status = response.Status.ToString(CultureInfo.InvariantCulture);
            return (Status.EndsWith("xx", StringComparison.Ordinal) ? Status[0] == status[0] : Status == status)
                && (ErrorCode is null || ErrorCode == response.ErrorCode)
                && Condition switch
                {
                    Unauthenticated => !HasAuth(exchange.Request.Body),
                    Soft => response.Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("soft_logout", out var soft) && soft.ValueKind == JsonValueKind.True,
                    _ => true,
                };
        }

        private static bool HasAuth(ReadOnlyMemory<byte> body)
        {
            try
            {
                using var document = JsonDocument.Parse(body);
                return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("auth", out _);
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }
}
