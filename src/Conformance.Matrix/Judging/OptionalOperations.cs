using System.Text.Json;
using Conformance.Matrix.Targets;
using Conformance.Spec;

namespace Conformance.Matrix.Judging;

/// <summary>The operations that a server may lack: <c>optional-operations.json</c>, each entry with its clause.</summary>
internal static class OptionalOperations
{
    private static readonly Lazy<IReadOnlyList<Rule>> Loaded = new(Load);

    /// <summary>The rules of the specification that the suite judges by.</summary>
    public static IReadOnlyList<Rule> Known => Loaded.Value;

    /// <summary>What the server under test does not offer, by its offers and the capabilities it lists, so that it may lack an operation;
    /// null where it may not.</summary>
    public static Need? NeedWithout(Target target, string operationId) => Of(operationId)
        .Select(rule => rule.Without is { } offer
            ? Need.All.First(need => need.Name == offer) is var need && target.Offers.Contains(need) ? null : need
            : target.SwitchedOff.Contains(rule.Capability!) ? Need.SpecialConfiguration : null)
        .FirstOrDefault(need => need is not null);

    /// <summary>The capability that switches an operation off on the server under test, e.g. <c>m.change_password</c>; null where none
    /// does.</summary>
    public static string? SwitchedOffBy(Target target, string operationId) => Of(operationId)
        .Select(rule => rule.Capability)
        .FirstOrDefault(capability => capability is not null && target.SwitchedOff.Contains(capability));

    private static IEnumerable<Rule> Of(string operationId) =>
        Known.Where(rule => rule.Operations.Contains(operationId, StringComparer.Ordinal));

    private static IReadOnlyList<Rule> Load()
    {
        using var stream = typeof(OptionalOperations).Assembly.GetManifestResourceStream("optional-operations.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<Rule>>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>Operations that a server may lack.</summary>
    /// <param name="Operations">Their ids.</param>
    /// <param name="Without">The need that a server without them does not offer; null where a capability decides.</param>
    /// <param name="Capability">The capability that is listed as not enabled; null where an offer decides.</param>
    /// <param name="Clause">Where the specification says so: page and anchor.</param>
    /// <param name="Why">What it says, in our words.</param>
    internal sealed record Rule(IReadOnlyList<string> Operations, string? Without, string? Capability, string Clause, string Why);
}
