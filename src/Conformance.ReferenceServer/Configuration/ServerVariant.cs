using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Configuration;

/// <summary>What is different about a server although it conforms.</summary>
public abstract class ServerVariant
{
    private protected ServerVariant()
    {
    }

    /// <summary>Makes the changes.</summary>
    /// <param name="services">The services of the conforming server.</param>
    internal abstract void Apply(IServiceCollection services);
}
