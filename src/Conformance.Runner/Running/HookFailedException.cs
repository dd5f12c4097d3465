using System.Reflection;
using Conformance.Runner.Bindings;

namespace Conformance.Runner.Running;

/// <summary>Carries what a hook threw to whoever decides what that means.</summary>
internal sealed class HookFailedException(HookBinding hook, Exception inner) : Exception(inner.Message, inner)
{
    /// <summary>Kind, class and method.</summary>
    public string Hook { get; } = Display(hook.Kind, hook.Method);

    private static string Display(HookKind kind, MethodInfo method) => $"[{kind}] {method.ReflectedType?.Name}.{method.Name}()";
}
