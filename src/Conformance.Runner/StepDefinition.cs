using System.Reflection;
using System.Text.RegularExpressions;
using Conformance.Runner.Bindings;

namespace Conformance.Runner;

/// <summary>One step form: an expression on a method. Attributes of one method with the same expression are one definition.</summary>
public sealed class StepDefinition
{
    internal StepDefinition(
        IReadOnlyList<StepKind> kinds, string expression, MethodInfo method, IReadOnlyList<BindingScope> scopes, Regex? regex, string? error)
    {
        Kinds = kinds;
        Expression = expression;
        Method = method;
        Scopes = scopes;
        Regex = regex;
        Error = error;
    }

    /// <summary>The kinds of step that it defines, in the order of <see cref="StepKind"/>.</summary>
    public IReadOnlyList<StepKind> Kinds { get; }

    /// <summary>The expression as written.</summary>
    public string Expression { get; }

    /// <summary>The method that runs the step.</summary>
    public MethodInfo Method { get; }

    /// <summary>What is wrong with the expression; null where nothing is.</summary>
    public string? Error { get; }

    internal IReadOnlyList<BindingScope> Scopes { get; }

    internal Regex? Regex { get; }

    /// <summary>Kinds, expression and method, e.g. <c>[Given, When] "{actor} calls {word}" (CallSteps.Call(Actor actor, String operation))</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", Kinds)}] \"{Expression}\" ({BindingMethod.Display(Method)})";
}
