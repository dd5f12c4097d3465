using System.Globalization;
using Reqnroll;

namespace Conformance.Runner.Running;

/// <summary>Keeps what a scenario writes.</summary>
internal sealed class ScenarioOutput : IReqnrollOutputHelper
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    /// <inheritdoc/>
    public void WriteLine(string message)
    {
        lock (_lock)
            _lines.Add(message);
    }

    /// <inheritdoc/>
    public void WriteLine(string format, params object[] args) => WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));

    /// <inheritdoc/>
    public void AddAttachment(string filePath) => WriteLine($"Attachment: {filePath}");

    /// <summary>The lines so far.</summary>
    public override string ToString()
    {
        lock (_lock)
            return string.Join('\n', _lines);
    }
}
