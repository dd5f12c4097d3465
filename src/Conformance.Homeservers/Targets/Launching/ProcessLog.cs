namespace Conformance.Homeservers.Targets.Launching;

/// <summary>The newest lines that a process wrote. Safe to use from many threads.</summary>
internal sealed class ProcessLog
{
    private const int MostLines = 200_000;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = [];

    /// <summary>Adds a line; null, the end of a stream, is ignored.</summary>
    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines)
                _lines.Dequeue();
        }
    }

    /// <summary>The last lines, at most <paramref name="count"/>.</summary>
    public string Last(int count)
    {
        lock (_gate)
            return string.Join('\n', _lines.Skip(Math.Max(0, _lines.Count - count)));
    }
}
