using System.Globalization;
using Conformance.Matrix.Exchanges;

namespace Conformance.Steps.Phrases;

/// <summary>The answers that a step accepts: <c>200</c>, <c>4xx</c>, <c>404 M_NOT_FOUND or 403 M_FORBIDDEN</c>.</summary>
/// <param name="Alternatives">Each a status or a class of them, and an error code or null.</param>
public sealed record AnswerPhrase(IReadOnlyList<(string Status, string? ErrorCode)> Alternatives)
{
    /// <summary>The form of accepted answers, for step expressions.</summary>
    public const string Pattern = @"(\d[0-9x][0-9x].*)";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static AnswerPhrase Parse(string text) =>
        new([.. text.Split([" or ", ", "], StringSplitOptions.RemoveEmptyEntries).Select(alternative => alternative.Split(' ') switch
        {
            [var status, var code] => (status, (string?)code),
            var parts => (parts[0], null),
        })]);

    /// <summary>Whether one of the alternatives fits.</summary>
    public bool Accepts(RecordedResponse response)
    {
        var status = response.Status.ToString(CultureInfo.InvariantCulture);
        return Alternatives.Any(alternative =>
            (alternative.Status.EndsWith("xx", StringComparison.Ordinal) ? alternative.Status[0] == status[0] : alternative.Status == status)
            && (alternative.ErrorCode is null || alternative.ErrorCode == response.ErrorCode));
    }

    /// <summary>The alternatives as in a feature.</summary>
    public override string ToString() =>
        string.Join(" or ", Alternatives.Select(alternative => alternative.ErrorCode is null ? alternative.Status : $"{alternative.Status} {alternative.ErrorCode}"));
}
