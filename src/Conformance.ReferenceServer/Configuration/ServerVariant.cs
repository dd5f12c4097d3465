using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Configuration;

/// <summary>A permitted difference from the reference behaviour.</summary>
public abstract class ServerVariant
{
    private protected ServerVariant()
    {
    }

    /// <summary>Makes the changes.</summary>
    /// <param name="services">The services of the conforming server.</param>
    internal abstract void Apply(IServiceCollection services);
}
