using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Hostile;

/// <summary>Servers that die: every connection is refused from some request on.</summary>
internal static class HostileLives
{
    private const int ForEver = int.MaxValue;

    /// <summary>Every server of this kind.</summary>
    public static IReadOnlyList<HostileServer> All { get; } =
    [
        Dead("dies-at-the-first-request", "The server dies at the first request.", 0, ForEver),
        Dead("dies-in-set-up", "The server dies at the third request.", 2, ForEver),
        Dead("dies-in-the-middle", "The server dies at the twentieth request.", 20, ForEver),
        Dead("comes-back", "The server dies at the tenth request, and comes back ten requests later.", 10, 20),
        new("fails-always", "Every answer is 500.", WireLayer.Instead(_ => WireAnswer.OfError(500, "M_UNKNOWN", "The database is gone."))),
    ];

    private static HostileServer Dead(string name, string description, int after, int until) => new(
        name,
        description,
        _ =>
        {
            var requests = 0;
            var reset = new WireForm((_, connection, _) =>
            {
                connection.Reset();
                return Task.CompletedTask;
            });
            return WireLayer.Answers(answer =>
            {
                var number = Interlocked.Increment(ref requests);
                return number > after && number <= until ? answer with { Form = reset } : answer;
            });
        })
    {
        InProbes = HostileEnds.Bad | HostileEnds.Conforming,
        InScenarios = HostileEnds.Bad | (until == ForEver ? HostileEnds.None : HostileEnds.Conforming),
    };
}
