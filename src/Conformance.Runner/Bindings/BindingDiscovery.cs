using System.Reflection;
using System.Text.RegularExpressions;
using Conformance.Runner.Expressions;
using Reqnroll;

namespace Conformance.Runner.Bindings;

/// <summary>Reads the attributes of binding classes.</summary>
internal sealed class BindingDiscovery
{
    private const BindingFlags AnyMethod = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public BindingDiscovery(IEnumerable<Type> types)
    {
        var written = new List<(StepDefinitionBaseAttribute Attribute, MethodInfo Method, IReadOnlyList<BindingScope> Scopes)>();
        foreach (var type in types.Where(type => type.IsDefined(typeof(BindingAttribute), true)))
        {
            if (type.IsGenericTypeDefinition)
            {
                Problems.Add($"{type.Name} is generic; a [Binding] class cannot be");
                continue;
            }

            var typeScopes = ScopesOf(type);
            foreach (var method in type.GetMethods(AnyMethod).OrderBy(method => method.MetadataToken))
            {
                var scopes = (List<BindingScope>)[.. typeScopes, .. ScopesOf(method)];
                foreach (var attribute in method.GetCustomAttributes<StepDefinitionBaseAttribute>().Where(_ => IsCallable(method)))
                    written.Add((attribute, method, scopes));
                foreach (var attribute in method.GetCustomAttributes<HookAttribute>().Where(_ => IsCallable(method)))
                    AddHook(attribute, method, scopes);
                foreach (var attribute in method.GetCustomAttributes<StepArgumentTransformationAttribute>().Where(_ => IsCallable(method)))
                    AddTransformation(attribute, method);
            }
        }

        // What {name} stands for is known only when all transformations are.
        var parameterTypes = new ParameterTypes(
            Transformations.OrderBy(transformation => transformation.Order),
            written.SelectMany(entry => entry.Method.GetParameters()).Select(parameter => parameter.ParameterType));
        foreach (var form in written.GroupBy(entry => (entry.Method, entry.Attribute.Expression, entry.Attribute.ExpressionType)))
            AddDefinition([.. form.Select(entry => entry.Attribute)], form.Key.Method, form.First().Scopes, parameterTypes);
    }

    public List<StepDefinition> Definitions { get; } = [];

    public List<HookBinding> Hooks { get; } = [];

    public List<ArgumentTransformation> Transformations { get; } = [];

    public List<string> Problems { get; } = [];

    private static List<BindingScope> ScopesOf(MemberInfo member) => [.. member.GetCustomAttributes<ScopeAttribute>().Select(BindingScope.Of)];

    private bool IsCallable(MethodInfo method)
    {
        var problem =
            BindingMethod.IsAsyncVoid(method) ? "is async void and cannot be awaited; make it async Task"
            : method.IsGenericMethodDefinition ? "is generic"
            : !method.IsStatic && method.ReflectedType!.IsAbstract ? "needs an instance of an abstract class; make it static"
            : null;
        if (problem is not null)
            AddProblem(method, problem);
        return problem is null;
    }

    private void AddDefinition(
        IReadOnlyList<StepDefinitionBaseAttribute> attributes, MethodInfo method, IReadOnlyList<BindingScope> scopes, ParameterTypes parameterTypes)
    {
        var expression = attributes[0].Expression;
        if (string.IsNullOrEmpty(expression))
        {
            AddProblem(method, "has no expression");
            return;
        }

        Regex? regex = null;
        string? error = null;
        try
        {
            var isCucumber = attributes[0].ExpressionType is ExpressionType.CucumberExpression
                || (attributes[0].ExpressionType is ExpressionType.Unspecified && CucumberExpression.LooksLikeOne(expression));
            regex = isCucumber ? CucumberExpression.Compile(expression, parameterTypes) : WholeText(expression);
        }
        catch (ExpressionException exception)
        {
            error = exception.Message;
        }
        catch (RegexParseException exception)
        {
            error = $"\"{expression}\" is no regular expression: {exception.Message}";
        }

        if (error is not null)
            AddProblem(method, error);
        var kinds = attributes.SelectMany(attribute => attribute.Types).Distinct().Select(type => Enum.Parse<StepKind>(type.ToString())).Order();
        Definitions.Add(new StepDefinition([.. kinds], expression, method, scopes, regex, error));
    }

    private void AddHook(HookAttribute attribute, MethodInfo method, IReadOnlyList<BindingScope> scopes)
    {
        var name = attribute switch
        {
            BeforeScenarioAttribute => nameof(HookKind.BeforeScenario),
            AfterScenarioAttribute => nameof(HookKind.AfterScenario),
            _ => attribute.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal),
        };
        var kind = Enum.Parse<HookKind>(name);
        if (kind is HookKind.BeforeTestRun or HookKind.AfterTestRun or HookKind.BeforeFeature or HookKind.AfterFeature && !method.IsStatic)
        {
            AddProblem(method, $"is a [{kind}] hook and not static");
            return;
        }

        Hooks.Add(new HookBinding(kind, method, attribute.Order, [.. scopes, .. (attribute.Tags ?? []).Select(BindingScope.OfTag)]));
    }

    private void AddTransformation(StepArgumentTransformationAttribute attribute, MethodInfo method)
    {
        try
        {
            var regex = attribute.Regex is { } pattern ? WholeText(pattern) : null;
            var taken = method.GetParameters().Length;
            if (regex is null && taken != 1)
                AddProblem(method, $"is given the whole argument by its [StepArgumentTransformation] and takes {Count(taken, "parameter")}");
            else if (regex is not null && regex.GetGroupNumbers().Length - 1 is var groups && groups != taken)
                AddProblem(method, $"takes {Count(taken, "parameter")} and \"{attribute.Regex}\" has {Count(groups, "group")}; it is given one for each, so put what it takes into parentheses");
            else
                Transformations.Add(new ArgumentTransformation(regex, attribute.Name, attribute.Order, method));
        }
        catch (RegexParseException exception)
        {
            AddProblem(method, $"\"{attribute.Regex}\" is no regular expression: {exception.Message}");
        }
    }

    private static Regex WholeText(string pattern) =>
        new($"{(pattern.StartsWith('^') ? "" : "^")}{pattern}{(pattern.EndsWith('$') ? "" : "$")}", RegexOptions.CultureInvariant);

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private void AddProblem(MethodInfo method, string problem)
    {
        var line = $"{BindingMethod.Display(method)}: {problem}";
        if (!Problems.Contains(line))
            Problems.Add(line);
    }
}
