using System.Runtime.CompilerServices;

namespace Conformance.ReferenceServer.Rules;

/// <summary>
/// The rules that a chapter of the specification lays down and a service follows. The default value of a rule conforms, so the records of
/// rules describe the server.
/// </summary>
/// <remarks>A rule is read only where it matters, because its readers tell which scenarios a changed rule can affect.</remarks>
internal abstract record RuleSet
{
    /// <summary>Receives the name of each rule that is read, e.g. <c>DeviceRules.Deletion</c>; null if nobody needs it.</summary>
    public Action<string>? Touched { get; init; }

    /// <summary>The name under which the reading of a rule is recorded.</summary>
    public static string TouchOf(Type rules, string rule) => $"{rules.Name}.{rule}";

    /// <summary>Returns the value of a rule, and records that it was read.</summary>
    protected T Read<T>(T value, [CallerMemberName] string rule = "")
    {
        Touched?.Invoke(TouchOf(GetType(), rule));
        return value;
    }
}
