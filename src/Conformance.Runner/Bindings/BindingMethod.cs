using System.Reflection;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;
using Reqnroll.BoDi;

namespace Conformance.Runner.Bindings;

/// <summary>Calls methods of binding classes.</summary>
internal static class BindingMethod
{
    /// <summary>The method of a binding.</summary>
    public static MethodInfo Of(IBinding binding) => ((RuntimeBindingMethod)binding.Method).MethodInfo;

    /// <summary>Calls it on the container's instance of its class, and waits for what it returns.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="container">Makes the instance; null for the static methods of hooks outside of scenarios.</param>
    /// <returns>The result; null where there is none.</returns>
    public static async Task<object?> InvokeAsync(MethodInfo method, object?[] arguments, IObjectContainer? container)
    {
        var instance = method.IsStatic ? null : container!.Resolve(method.ReflectedType!);
        var result = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        switch (result)
        {
            case Task task:
                await task;
                return IsGeneric(method.ReturnType, typeof(Task<>)) ? ResultOf(task) : null;
            case ValueTask task:
                await task;
                return null;
            case not null when IsGeneric(result.GetType(), typeof(ValueTask<>)):
                var converted = (Task)result.GetType().GetMethod(nameof(ValueTask<object>.AsTask))!.Invoke(result, null)!;
                await converted;
                return ResultOf(converted);
            default:
                return result;
        }
    }

    /// <summary>Class, method and parameters, e.g. <c>CallSteps.Call(Actor actor, String operation)</c>.</summary>
    public static string Display(MethodInfo method) =>
        $"{method.ReflectedType?.Name}.{method.Name}"
        + $"({string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"))})";

    private static object? ResultOf(Task task) => task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task);

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
