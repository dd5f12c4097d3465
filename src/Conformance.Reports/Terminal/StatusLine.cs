using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>A line of a terminal that is written over and over, and taken away at the end. Nothing at all where there is no
/// terminal.</summary>
/// <param name="output">Where it goes; standard error, so that standard output has the report alone.</param>
/// <param name="terminal">Whether the output is a terminal.</param>
/// <param name="width">The terminal's width in columns, asked at each update since windows change.</param>
public sealed class StatusLine(TextWriter output, bool terminal, Func<int> width)
{
    private const string Erase = "\r\u001b[2K";
    private const int LeastWidth = 20;

    private bool _shown;

    /// <summary>Whether there is a terminal to write to.</summary>
    public bool IsTerminal => terminal;

    /// <summary>Puts a text in the place of the one before, cut to the terminal's width.</summary>
    public void Show(string text)
    {
        if (!terminal)
            return;

        // One column stays free: some terminals wrap as soon as the last one is filled.
        var most = Math.Max(LeastWidth, width() - 1);
        var line = Printable.OneLine(text);
        output.Write(Erase + (line.Length <= most ? line : line[..(most - 3)] + "..."));
        output.Flush();
        _shown = true;
    }

    /// <summary>Takes the line away, so that something else can be written.</summary>
    public void Clear()
    {
        if (!_shown)
            return;

        output.Write(Erase);
        output.Flush();
        _shown = false;
    }
}
