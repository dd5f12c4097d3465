using Conformance.ReferenceServer;
using Conformance.Spec;

namespace Conformance.Cli.Parsing;

/// <summary>Checks the values of <c>--fault</c>.</summary>
internal static class FaultNames
{
    /// <summary>Passes if there is a fault of each name.</summary>
    /// <exception cref="UsageException">A name is unknown; the message has the nearest names, or all.</exception>
    public static void Check(IEnumerable<string> names)
    {
        var known = FaultCatalogue.All.Select(fault => fault.Name).ToList();
        if (names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is not { } unknown)
            return;

        var question = Nearest.Question(unknown, known);
        throw new UsageException(
            new Problem($"there is no fault \"{unknown}\"{(question.Length > 0 ? $".{question}" : "")}")
            {
                Place = ErrorPlace.InOption("--fault"),
                NextStep = question.Length > 0 ? null : $"the faults are {string.Join(", ", known)}",
            });
    }
}
