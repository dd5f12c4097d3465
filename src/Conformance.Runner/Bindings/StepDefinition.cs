using System.Reflection;
using Conformance.Runner.Features;
using Reqnroll.Bindings;

namespace Conformance.Runner.Bindings;

/// <summary>One step form: an expression on a method. Attributes of one method with the same expression are one definition.</summary>
public sealed class StepDefinition
{
    /// <param name="bindings">Reqnroll's bindings of one method with one expression; at least one.</param>
    internal StepDefinition(IReadOnlyList<IStepDefinitionBinding> bindings)
    {
        Bindings = bindings;
        Kinds = [.. bindings.Select(binding => Enum.Parse<StepKind>(binding.StepDefinitionType.ToString())).Distinct().Order()];
        Method = BindingMethod.Of(bindings[0]);
        Expression = bindings[0].SourceExpression ?? "";
        Error = bindings[0].ErrorMessage;
    }

    /// <summary>The kinds of step that it defines, in the order of <see cref="StepKind"/>.</summary>
    public IReadOnlyList<StepKind> Kinds { get; }

    /// <summary>The expression as written.</summary>
    public string Expression { get; }

    /// <summary>The method that runs the step.</summary>
    public MethodInfo Method { get; }

    /// <summary>What is wrong with the expression or the method; null where nothing is.</summary>
    public string? Error { get; }

    /// <summary>What Reqnroll has for it: one for each kind and scope.</summary>
    internal IReadOnlyList<IStepDefinitionBinding> Bindings { get; }

    /// <summary>
    /// Kinds, expression and method, e.g. <c>[Given, When] "{actor} calls {word}" (CallSteps.Call(Actor actor, String operation))</c>.
    /// </summary>
    public override string ToString() => $"[{string.Join(", ", Kinds)}] \"{Expression}\" ({BindingMethod.Display(Method)})";
}
