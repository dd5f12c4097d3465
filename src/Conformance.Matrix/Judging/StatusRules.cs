using System.Text.Json;

namespace Conformance.Matrix.Judging;

/// <summary>The statuses that the text of the specification allows beside those documented for an operation: <c>statuses.json</c>, each
/// entry with its clause.</summary>
/// <param name="Beside">What the text allows single operations.</param>
/// <param name="General">What it allows every operation, 4xx all.</param>
/// <param name="Codes">The statuses that error codes come with.</param>
internal sealed record StatusRules(
    IReadOnlyList<StatusRules.OfOperations> Beside, IReadOnlyList<StatusRules.OfAll> General, IReadOnlyList<StatusRules.OfCodes> Codes)
{
    private static readonly Lazy<StatusRules> Loaded = new(Load);

    /// <summary>The rules of the specification that the suite judges by.</summary>
    public static StatusRules Known => Loaded.Value;

    /// <summary>Whether the text allows an operation a status that is not documented for it.</summary>
    public bool AllowsBeside(string operationId, int status) =>
        Beside.Any(rule => rule.Operations.Contains(operationId, StringComparer.Ordinal) && rule.Statuses.Contains(status));

    /// <summary>Whether any operation may answer with a status.</summary>
    public bool IsGeneral(int status) => General.Any(rule => rule.Statuses.Contains(status));

    /// <summary>What is said of the statuses of an error code; null if nothing is.</summary>
    public OfCodes? Of(string errorCode) => Codes.FirstOrDefault(rule => rule.Codes.Contains(errorCode, StringComparer.Ordinal));

    private static StatusRules Load()
    {
        using var stream = typeof(StatusRules).Assembly.GetManifestResourceStream("statuses.json")!;
        return JsonSerializer.Deserialize<StatusRules>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>Statuses of single operations.</summary>
    internal sealed record OfOperations(IReadOnlyList<string> Operations, IReadOnlyList<int> Statuses, string Clause, string Why);

    /// <summary>Statuses of every operation.</summary>
    internal sealed record OfAll(IReadOnlyList<int> Statuses, string Clause, string Why);

    /// <summary>Statuses of error codes; null where the endpoint decides.</summary>
    internal sealed record OfCodes(IReadOnlyList<string> Codes, IReadOnlyList<int>? Statuses, string Clause);
}
