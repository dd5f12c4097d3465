namespace Conformance.Benchmarks.Rivals;

/// <summary>Something that validates the corpus, again and again, for a given time.</summary>
internal interface IRival
{
    /// <summary>What it is and what it starts from.</summary>
    string Name { get; }

    /// <summary>Takes a turn of about so many seconds and says how many bodies it validated in a second.</summary>
    Task<double> TakeTurnAsync(double seconds, CancellationToken cancellationToken);
}
