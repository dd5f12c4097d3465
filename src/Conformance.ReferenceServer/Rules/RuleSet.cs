using System.Runtime.CompilerServices;

namespace Conformance.ReferenceServer.Rules;

/// <summary>
/// What a chapter of the specification lays down and a service follows. The value that a rule has by default is the conforming one, so that
/// the records
/// of rules can be read as a description of the server.
/// </summary>
/// <remarks>A rule is read where it matters and nowhere else: which scenarios a changed rule can touch is known by who reads it.</remarks>
internal abstract record RuleSet
{
    /// <summary>Is told the name of each rule that is read, e.g. <c>DeviceRules.Deletion</c>; null where nobody wants to know.</summary>
    public Action<string>? Touched { get; init; }

    /// <summary>The name under which the reading of a rule is recorded.</summary>
    public static string TouchOf(Type rules, string rule) => $"{rules.Name}.{rule}";

    /// <summary>Gives the value of a rule, and tells that it was read.</summary>
    protected T Read<T>(T value, [CallerMemberName] string rule = "")
    {
        Touched?.Invoke(TouchOf(GetType(), rule));
        return value;
    }
}
