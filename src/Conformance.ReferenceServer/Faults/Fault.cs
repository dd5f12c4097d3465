using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>A way to violate one requirement, switched on by its name. The services of the server know nothing of faults.</summary>
public sealed class Fault
{
    private readonly IReadOnlyList<Change> _changes;

    /// <summary>Names what a fault violates, and how.</summary>
    /// <param name="name">The name, in kebab-case.</param>
    /// <param name="requirementId">The requirement.</param>
    /// <param name="description">What the server does wrong, one sentence.</param>
    /// <param name="changes">What is changed about the conforming server.</param>
    internal Fault(string name, string requirementId, string description, params IReadOnlyList<Change> changes)
    {
        Name = name;
        RequirementId = requirementId;
        Description = description;
        _changes = changes;
        Touches = changes.SelectMany(change => change.Touches).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The name, in kebab-case.</summary>
    public string Name { get; }

    /// <summary>The requirement that it violates, e.g. <c>DEV-14</c>.</summary>
    public string RequirementId { get; }

    /// <summary>What the server does wrong, one sentence.</summary>
    public string Description { get; }

    /// <summary>
    /// Where it shows, in the terms of <see cref="Configuration.ReferenceServerOptions.Touched"/>. A client that touches none of these on
    /// the conforming server cannot see the fault.
    /// </summary>
    public IReadOnlySet<string> Touches { get; }

    /// <summary>Makes the changes. Those of several faults add up; of two that change the same, the later one counts.</summary>
    internal void Apply(IServiceCollection services)
    {
        foreach (var change in _changes)
        {
            change.Apply(services);
        }
    }
}
