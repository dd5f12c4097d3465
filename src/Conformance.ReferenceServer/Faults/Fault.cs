using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>A way to violate one requirement, switched on by its name. The conforming server knows nothing of faults: each replaces one of its parts.</summary>
public abstract class Fault
{
    /// <summary>Names what a fault violates, and how.</summary>
    private protected Fault(string requirementId, string description)
    {
        RequirementId = requirementId;
        Description = description;
        Name = ToKebabCase(GetType().Name);
    }

    /// <summary>The name, in kebab-case: that of the class.</summary>
    public string Name { get; }

    /// <summary>The requirement that it violates, e.g. <c>DEV-14</c>.</summary>
    public string RequirementId { get; }

    /// <summary>What the server does wrong, one sentence.</summary>
    public string Description { get; }

    /// <summary>Puts the faulty part in place of the conforming one.</summary>
    /// <exception cref="ReferenceServerException">Another fault has replaced that part already.</exception>
    internal abstract void Apply(IServiceCollection services);

    /// <summary>Puts another registration in place of that of a part.</summary>
    /// <exception cref="ReferenceServerException">Another fault has replaced that part already.</exception>
    private protected void Replace<TPart>(IServiceCollection services, Func<ServiceDescriptor, ServiceDescriptor> faulty)
    {
        for (var index = 0; index < services.Count; index++)
        {
            if (services[index].ImplementationType == typeof(TPart))
            {
                services[index] = faulty(services[index]);
                return;
            }
        }

        throw new ReferenceServerException(
            $"The fault \"{Name}\" cannot be combined with another that changes {typeof(TPart).Name} too; switch on one of them.");
    }

    private static string ToKebabCase(string name)
    {
        var kebab = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
