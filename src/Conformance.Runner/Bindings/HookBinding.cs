using System.Reflection;

namespace Conformance.Runner.Bindings;

/// <summary>A method that runs at a certain time.</summary>
/// <param name="Kind">When.</param>
/// <param name="Method">The method.</param>
/// <param name="Order">The lowest runs first.</param>
/// <param name="Scopes">Alternatives; none: everywhere.</param>
internal sealed record HookBinding(HookKind Kind, MethodInfo Method, int Order, IReadOnlyList<BindingScope> Scopes)
{
    /// <summary>Whether it runs there.</summary>
    public bool AppliesTo(ScopeSubject subject) => Scopes.Count == 0 || Scopes.Any(scope => scope.Degree(subject) is not null);
}
