using Conformance.Runner.Bindings;
using Reqnroll.Bindings;

namespace Conformance.Runner.Running;

/// <summary>How results name hooks.</summary>
internal static class HookNames
{
    /// <summary>Kind, class and method, e.g. <c>[AfterScenario] ScenarioHooks.End()</c>.</summary>
    public static string Of(IHookBinding hook)
    {
        var method = BindingMethod.Of(hook);
        return $"[{hook.HookType}] {method.ReflectedType?.Name}.{method.Name}()";
    }
}
