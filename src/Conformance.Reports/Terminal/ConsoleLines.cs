using Spectre.Console;

namespace Conformance.Reports.Terminal;

/// <summary>
/// Writes lines to a console. Lines are never broken, since a command line to copy must stay whole, and never have blanks at
/// their end.
/// </summary>
internal sealed class ConsoleLines
{
    private readonly IAnsiConsole _console;

    /// <param name="output">Where the lines go.</param>
    /// <param name="colours">Whether the output takes ANSI sequences.</param>
    public ConsoleLines(TextWriter output, bool colours)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        _console.Profile.Width = int.MaxValue;
    }

    /// <summary>Writes an empty line.</summary>
    public void Line() => _console.WriteLine();

    /// <summary>Writes a line.</summary>
    public void Line(string text, Style? style = null)
    {
        _console.Write(new Text(text, style));
        _console.WriteLine();
    }

    /// <summary>Writes a line of two parts.</summary>
    public void Line(string first, Style firstStyle, string second, Style? secondStyle = null)
    {
        _console.Write(new Text(first, firstStyle));
        _console.Write(new Text(second, secondStyle));
        _console.WriteLine();
    }

    /// <summary>Writes a name in a column of its own, and its lines beside it; nothing if there are none.</summary>
    /// <param name="indent">How many blanks come first.</param>
    /// <param name="width">The width of the name's column.</param>
    /// <param name="name">The name.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="style">The style of the lines.</param>
    public void Field(int indent, int width, string name, IEnumerable<string> lines, Style? style = null)
    {
        var first = true;
        foreach (var line in lines)
        {
            var label = new string(' ', indent) + (first ? name : "").PadRight(width);
            Line(label, ConsoleStyle.Quiet, line, style);
            first = false;
        }
    }
}
