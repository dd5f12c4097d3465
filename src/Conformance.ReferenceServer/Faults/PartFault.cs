using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>A fault that overrides decisions of one part of the server.</summary>
/// <typeparam name="TPart">The conforming part.</typeparam>
/// <typeparam name="TFaulty">The part with the fault.</typeparam>
internal abstract class PartFault<TPart, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFaulty> : Fault
    where TPart : class
    where TFaulty : class, TPart
{
    /// <summary>Names what it violates, and how.</summary>
    private protected PartFault(string requirementId, string description)
        : base(requirementId, description)
    {
    }

    /// <inheritdoc/>
    internal override void Apply(IServiceCollection services) =>
        Replace<TPart>(services, conforming => new ServiceDescriptor(conforming.ServiceType, typeof(TFaulty), conforming.Lifetime));
}
