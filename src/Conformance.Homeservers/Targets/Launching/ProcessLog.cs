namespace Conformance.Homeservers.Targets.Launching;

/// <summary>What a process wrote, the newest lines of it. Safe to use from many threads.</summary>
internal sealed class ProcessLog
{
    private const int MostLines = 200_000;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = [];

    /// <summary>Adds a line; null, the end of a stream, is nothing.</summary>
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

    /// <summary>The last lines, at most so many.</summary>
    public string Last(int count)
    {
        lock (_gate)
            return string.Join('\n', _lines.Skip(Math.Max(0, _lines.Count - count)));
    }
}
