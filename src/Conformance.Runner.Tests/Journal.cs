using System.Collections.Concurrent;

namespace Conformance.Runner.Tests;

/// <summary>What binding classes note, in order.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IReadOnlyList<string> Entries => [.. _entries];

    public void Note(string entry) => _entries.Enqueue(entry);
}
