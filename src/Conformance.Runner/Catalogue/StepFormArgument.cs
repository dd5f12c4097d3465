namespace Conformance.Runner.Catalogue;

/// <summary>What follows the line of a step.</summary>
public enum StepFormArgument
{
    /// <summary>A data table.</summary>
    Table,

    /// <summary>A doc string.</summary>
    DocString,
}
