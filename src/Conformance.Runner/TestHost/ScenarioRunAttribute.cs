namespace Conformance.Runner.TestHost;

/// <summary>How the scenarios of a test assembly are run. Without it the defaults of <see cref="RunOptions"/> hold.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ScenarioRunAttribute : Attribute
{
    /// <summary>How many scenarios run at the same time; 0 for the default. Where xunit is told not to run tests in parallel, it is one.</summary>
    public int Parallelism { get; set; }

    /// <summary>How long a scenario may take, in seconds; 0 for the default.</summary>
    public int TimeoutSeconds { get; set; }
}
