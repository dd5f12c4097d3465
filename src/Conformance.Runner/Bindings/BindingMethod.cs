using System.Reflection;
using System.Runtime.CompilerServices;
using Reqnroll.BoDi;

namespace Conformance.Runner.Bindings;

/// <summary>Calls methods of binding classes.</summary>
internal static class BindingMethod
{
    /// <summary>Calls it on the container's instance of its class, and waits for what it returns.</summary>
    /// <returns>The result; null where there is none.</returns>
    public static async Task<object?> InvokeAsync(MethodInfo method, object?[] arguments, IObjectContainer container)
    {
        var instance = method.IsStatic ? null : container.Resolve(method.ReflectedType!);
        var result = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        switch (result)
        {
            case Task task:
                await task;
                return ResultOf(method) == typeof(void) ? null : task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task);
            case ValueTask task:
                await task;
                return null;
            case not null when IsGeneric(result.GetType(), typeof(ValueTask<>)):
                var converted = (Task)result.GetType().GetMethod(nameof(ValueTask<object>.AsTask))!.Invoke(result, null)!;
                await converted;
                return converted.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(converted);
            default:
                return result;
        }
    }

    /// <summary>What the method gives when it is awaited.</summary>
    public static Type ResultOf(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task) || type == typeof(ValueTask))
            return typeof(void);
        return IsGeneric(type, typeof(Task<>)) || IsGeneric(type, typeof(ValueTask<>)) ? type.GetGenericArguments()[0] : type;
    }

    /// <summary>Whether it cannot be awaited although it is asynchronous.</summary>
    public static bool IsAsyncVoid(MethodInfo method) =>
        method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), false);

    /// <summary>Class, method and parameters, e.g. <c>CallSteps.Call(Actor actor, String operation)</c>.</summary>
    public static string Display(MethodInfo method) =>
        $"{method.ReflectedType?.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))})";

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
