namespace Conformance.Runner.Catalogue;

/// <summary>What <c>{name}</c> in a step form stands for.</summary>
/// <param name="Name">The name, without braces.</param>
/// <param name="Summary">The summary of the method that makes its value; empty where there is none.</param>
public sealed record StepParameter(string Name, string Summary);
