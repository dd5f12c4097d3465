namespace Conformance.Cli;

/// <summary>What the suite calls itself in its reports.</summary>
internal static class SuiteName
{
    /// <summary>Name and version, e.g. <c>Conformance 0.1.0</c>.</summary>
    public static string WithVersion { get; } = $"Conformance {typeof(SuiteName).Assembly.GetName().Version!.ToString(fieldCount: 3)}";
}
