using System.Globalization;
using System.Reflection;

namespace Conformance.Gherkin.Tests.StandIns;

/// <summary>What an assembly offers to others, one line a type or member, as far as code can tell by using it.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The lines of all types in a namespace and below it, in ordinal order.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly, string root) =>
        [.. assembly.GetExportedTypes()
            .Where(type => type.Namespace == root || type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) == true)
            .SelectMany(type => Members(type).Prepend(Header(type)))
            .Order(StringComparer.Ordinal)];

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var above = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object) ? "" : $" : {Name(type.BaseType)}";
        var usage = type.GetCustomAttribute<AttributeUsageAttribute>(inherit: true) is { } given
            ? $" on {given.ValidOn}{(given.AllowMultiple ? ", many times" : "")}{(given.Inherited ? "" : ", not inherited")}"
            : "";
        return $"{Name(type)} is {kind}{above}{usage}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{Name(type)}.{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        return type.GetMembers(Declared).Select(member => Member(type, member)).OfType<string>();
    }

    private static string? Member(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } made when IsVisible(made) => $"{Name(type)}({Parameters(made)}){Access(made)}",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
            $"{Name(type)}.{method.Name}{Generics(method)}({Parameters(method)}): {Name(method.ReturnType)}{(method.IsStatic ? " static" : "")}{Access(method)}",
        PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
            $"{Name(type)}.{property.Name}{Index(property)}: {Name(property.PropertyType)} {{ {accessors} }}",
        EventInfo announced when IsVisible(announced.AddMethod!) => $"{Name(type)}.{announced.Name}: event {Name(announced.EventHandlerType!)}",
        FieldInfo { IsPublic: true } field => $"{Name(type)}.{field.Name}: {Name(field.FieldType)}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        _ => null,
    };

    private static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Access(MethodBase method) => method.IsPublic ? "" : " protected";

    private static string Accessors(PropertyInfo property) => string.Join(
        " ",
        new[] { (Word: "get", Method: property.GetMethod), (Word: "set", Method: property.SetMethod) }
            .Where(accessor => IsVisible(accessor.Method))
            .Select(accessor => $"{accessor.Word}{Access(accessor.Method!)};"));

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(parameter => Name(parameter.ParameterType)))}]" : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : parameter.IsOut ? "out " : "";
        var otherwise = parameter.HasDefaultValue ? $" = {Convert.ToString(parameter.RawDefaultValue, CultureInfo.InvariantCulture) ?? "null"}" : "";
        return $"{many}{Name(parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType)} {parameter.Name}{otherwise}";
    }

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}+{type.Name}" : type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true ? type.Name : $"{type.Namespace}.{type.Name}";
        return type.IsGenericType && name.IndexOf('`', StringComparison.Ordinal) is > 0 and var tick
            ? $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
