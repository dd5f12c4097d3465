using System.Diagnostics;
using Conformance.Reports.Wording;
using Conformance.Spec;

namespace Conformance.Cli;

/// <summary>The surroundings of the command: its streams, whether they are terminals, and the environment.</summary>
public sealed record Shell
{
    /// <summary>Standard output, for the results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error, for progress and complaints.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether <see cref="Output"/> is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The terminal's width in columns.</summary>
    public Func<int> Width { get; init; } = () => 80;

    /// <summary>The value of an environment variable; null if it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The time since the command started.</summary>
    public Func<TimeSpan> SinceStart { get; init; } = () => TimeSpan.Zero;

    /// <summary>The surroundings of this process.</summary>
    public static Shell OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = TerminalWidth,
        Variable = Environment.GetEnvironmentVariable,
        SinceStart = () => SinceProcessStart(),
    };

    /// <summary>Whether to write colours: as asked for, or else if the output is a terminal with colours and NO_COLOR is not set.</summary>
    internal bool Colours(ColourChoice choice) => choice switch
    {
        ColourChoice.Always => true,
        ColourChoice.Never => false,
        _ => OutputIsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not "dumb",
    };

    /// <summary>
    /// Writes a problem in one line. A file and its line come first, so that editors and terminals recognise them; anything else comes
    /// after the name of the command.
    /// </summary>
    internal void Complain(Problem problem) =>
        Error.WriteLine(Printable.OneLine(problem.Place?.File is null ? $"conformance: {problem}" : $"{problem}"));

    private static TimeSpan SinceProcessStart()
    {
        using var process = Process.GetCurrentProcess();
        return DateTime.Now - process.StartTime;
    }

    private static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
