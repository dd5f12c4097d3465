using System.Globalization;
using Conformance.Matrix.Exchanges;

namespace Conformance.Steps.Phrases;

/// <summary>
/// The answers that a step accepts: <c>200</c>, <c>4xx</c>, <c>404 M_NOT_FOUND or 403 M_FORBIDDEN</c>.
/// </summary>
/// <param name="Alternatives">Each one answer.</param>
public sealed record AnswerPhrase(IReadOnlyList<AnswerPhrase.Alternative> Alternatives)
{
    /// <summary>The form of accepted answers, for step expressions.</summary>
    public const string Pattern = @"(\d[0-9x][0-9x].*)";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static AnswerPhrase Parse(string text) =>
        new([.. text.Split([" or ", ", "], StringSplitOptions.RemoveEmptyEntries).Select(Read)]);

    /// <summary>Whether one of the alternatives fits what came back.</summary>
    public bool Accepts(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.Response is { } response && Alternatives.Any(alternative => alternative.Fits(response));
    }

    /// <summary>The alternatives as in a feature.</summary>
    public override string ToString() => string.Join(" or ", Alternatives);

    private static Alternative Read(string text)
    {
        var parts = text.Split(' ');
        return new Alternative(parts[0], parts.ElementAtOrDefault(1));
    }

    /// <summary>One accepted answer.</summary>
    /// <param name="Status">The status, or a class of them.</param>
    /// <param name="ErrorCode">The error code; null for any, or none.</param>
    public sealed record Alternative(string Status, string? ErrorCode)
    {
        /// <summary>As in a feature.</summary>
        public override string ToString() => ErrorCode is null ? Status : $"{Status} {ErrorCode}";

        internal bool Fits(RecordedResponse response)
        {
            var status = response.Status.ToString(CultureInfo.InvariantCulture);
            return (Status.EndsWith("xx", StringComparison.Ordinal) ? Status[0] == status[0] : Status == status)
                && (ErrorCode is null || ErrorCode == response.ErrorCode);
        }
    }
}
