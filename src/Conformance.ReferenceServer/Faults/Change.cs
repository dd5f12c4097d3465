using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Something that a fault changes about the conforming server.</summary>
internal abstract class Change
{
    /// <summary>
    /// Where the change shows, as the server tells it (<see cref="Configuration.ReferenceServerOptions.Touched"/>); any of these will do.
    /// </summary>
    public abstract IReadOnlyList<string> Touches { get; }

    /// <summary>Makes the change before a server is put together.</summary>
    public abstract void Apply(IServiceCollection services);
}
