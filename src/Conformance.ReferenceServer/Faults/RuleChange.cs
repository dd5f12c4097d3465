using System.Reflection;
using Conformance.ReferenceServer.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Another value of a rule.</summary>
/// <typeparam name="TRules">The record that has the rule.</typeparam>
/// <param name="change">Makes the record with the other value. Runs once for each server.</param>
internal sealed class RuleChange<TRules>(Func<TRules, TRules> change) : Change
    where TRules : RuleSet, new()
{
    /// <summary>The rules whose value is another one.</summary>
    public override IReadOnlyList<string> Touches { get; } = ChangedBy(change);

    /// <inheritdoc/>
    public override void Apply(IServiceCollection services)
    {
        var known = services.Single(service => service.ServiceType == typeof(TRules));
        services.Remove(known);
        services.AddSingleton(change((TRules)known.ImplementationInstance!));
    }

    private static List<string> ChangedBy(Func<TRules, TRules> change)
    {
        var conforming = new TRules();
        var faulty = change(conforming);
        return
        [
            .. typeof(TRules).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(rule => !Equals(rule.GetValue(conforming), rule.GetValue(faulty)))
                .Select(rule => RuleSet.TouchOf(typeof(TRules), rule.Name)),
        ];
    }
}
