using Conformance.Reports.Terminal;

namespace Conformance.Cli.Running;

/// <summary>
/// Shows what the start of a homeserver is doing, such as pulling an image: in the status line of a terminal, elsewhere a line each.
/// </summary>
/// <param name="output">Where lines go if there is no terminal.</param>
/// <param name="status">The terminal's line, if there is a terminal.</param>
internal sealed class StartProgress(TextWriter output, StatusLine status) : IProgress<string>
{
    private readonly Lock _gate = new();
    private string? _last;

    /// <inheritdoc/>
    public void Report(string value)
    {
        lock (_gate)
        {
            if (value == _last)
                return;
            _last = value;
            if (status.IsTerminal)
                status.Show(value);
            else
                output.WriteLine(value);
        }
    }
}
