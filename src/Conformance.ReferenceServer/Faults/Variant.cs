using Conformance.ReferenceServer.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Changes to the conforming server that the specification permits: it conforms with them, too.</summary>
public sealed class Variant : ServerVariant
{
    private readonly IReadOnlyList<Change> _changes;

    /// <summary>Makes a variant.</summary>
    /// <param name="changes">What is changed about the server.</param>
    internal Variant(params IReadOnlyList<Change> changes) => _changes = changes;

    /// <inheritdoc/>
    internal override void Apply(IServiceCollection services)
    {
        foreach (var change in _changes)
        {
            change.Apply(services);
        }
    }
}
