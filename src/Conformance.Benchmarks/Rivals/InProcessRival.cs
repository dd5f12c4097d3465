using System.Diagnostics;

namespace Conformance.Benchmarks.Rivals;

/// <summary>A rival that runs in this process.</summary>
/// <param name="name">What it is and what it starts from.</param>
/// <param name="bodies">How many bodies one pass validates.</param>
/// <param name="pass">Goes once over the corpus.</param>
internal sealed class InProcessRival(string name, int bodies, Action pass) : IRival
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<double> TakeTurnAsync(double seconds, CancellationToken cancellationToken)
    {
        // The clock is read once a hundred passes: a pass takes some microseconds.
        const int PassesBetween = 100;
        var clock = Stopwatch.StartNew();
        long validated = 0;
        do
        {
            for (var i = 0; i < PassesBetween; i++)
                pass();
            validated += PassesBetween * bodies;
        }
        while (clock.Elapsed.TotalSeconds < seconds);

        return Task.FromResult(validated / clock.Elapsed.TotalSeconds);
    }
}
