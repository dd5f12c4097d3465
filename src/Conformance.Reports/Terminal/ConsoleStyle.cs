using Conformance.Matrix.Verdicts;
using Spectre.Console;

namespace Conformance.Reports.Terminal;

/// <summary>How the report's lines look where colours are to be had.</summary>
internal static class ConsoleStyle
{
    public static Style Plain { get; } = Style.Plain;

    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Good { get; } = new(Color.Green);

    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);

    public static Style Doubtful { get; } = new(Color.Yellow);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    /// <summary>The style of a verdict.</summary>
    public static Style Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Good,
        Verdict.Fail or Verdict.Error => Bad,
        _ => Doubtful,
    };
}
