using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Changes that remember something together, each server for itself.</summary>
/// <param name="make">Makes the changes for a server.</param>
internal sealed class ServerChange(Func<IReadOnlyList<Change>> make) : Change
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches { get; } = [.. make().SelectMany(change => change.Touches)];

    /// <inheritdoc/>
    public override void Apply(IServiceCollection services)
    {
        foreach (var change in make())
        {
            change.Apply(services);
        }
    }
}
