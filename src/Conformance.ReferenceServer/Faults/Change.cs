using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Something that a fault changes about the conforming server.</summary>
internal abstract class Change
{
    /// <summary>
    /// Where the change shows, in the terms of <see cref="Configuration.ReferenceServerOptions.Touched"/>; any one of these is enough.
    /// </summary>
    public abstract IReadOnlyList<string> Touches { get; }

    /// <summary>Makes the change before a server is put together.</summary>
    public abstract void Apply(IServiceCollection services);
}
