using System.Globalization;
using Conformance.Matrix.Exchanges;

namespace Conformance.Steps.Phrases;

/// <summary>
/// The answers that a step accepts: <c>200</c>, <c>4xx</c>, <c>404 M_NOT_FOUND or 403 M_FORBIDDEN</c>, <c>400 or a UIA challenge</c>.
/// </summary>
/// <param name="Alternatives">Each one answer.</param>
public sealed record AnswerPhrase(IReadOnlyList<AnswerPhrase.Alternative> Alternatives)
{
    /// <summary>The form of accepted answers, for step expressions.</summary>
    public const string Pattern = @"(\d[0-9x][0-9x].*)";

    private const string Challenge = "a UIA challenge";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static AnswerPhrase Parse(string text) =>
        new([.. text.Split([" or ", ", "], StringSplitOptions.RemoveEmptyEntries).Select(Read)]);

    /// <summary>Whether only refusals are accepted: no status of the classes 2xx and 3xx.</summary>
    public bool AreRefusals => Alternatives.All(alternative => alternative.IsRefusal);

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
        if (text == Challenge)
            return new Alternative(Challenge, null);
        var parts = text.Split(' ');
        return new Alternative(parts[0], parts.ElementAtOrDefault(1));
    }

    /// <summary>One accepted answer.</summary>
    /// <param name="Status">The status, or a class of them; or <c>a UIA challenge</c>: 401 with the array <c>flows</c>.</param>
    /// <param name="ErrorCode">The error code; null for any, or none.</param>
    public sealed record Alternative(string Status, string? ErrorCode)
    {
        /// <summary>As in a feature.</summary>
        public override string ToString() => ErrorCode is null ? Status : $"{Status} {ErrorCode}";

        internal bool IsRefusal => Status is Challenge or ['4' or '5', ..];

        internal bool Fits(RecordedResponse response)
        {
            if (Status == Challenge)
                return response.IsChallenge;
            var status = response.Status.ToString(CultureInfo.InvariantCulture);
            return (Status.EndsWith("xx", StringComparison.Ordinal) ? Status[0] == status[0] : Status == status)
                && (ErrorCode is null || ErrorCode == response.ErrorCode);
        }
    }
}
