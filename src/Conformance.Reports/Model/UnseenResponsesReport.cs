namespace Conformance.Reports.Model;

/// <summary>The documented responses of an operation called that never came.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Statuses">Their statuses as the specification writes them (<c>200</c>, <c>4XX</c>), in its order.</param>
public sealed record UnseenResponsesReport(string Operation, IReadOnlyList<string> Statuses);
