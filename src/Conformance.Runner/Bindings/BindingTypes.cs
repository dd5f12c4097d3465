namespace Conformance.Runner.Bindings;

/// <summary>The classes to look for bindings in.</summary>
/// <param name="All">The classes, in the order of their definitions.</param>
internal sealed record BindingTypes(IReadOnlyList<Type> All);
