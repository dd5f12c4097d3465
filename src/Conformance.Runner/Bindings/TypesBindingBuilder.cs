using System.Reflection;
using Reqnroll.Bindings.Discovery;
using Reqnroll.Bindings.Provider;
using Reqnroll.Configuration;
using Reqnroll.Infrastructure;

namespace Conformance.Runner.Bindings;

/// <summary>Has Reqnroll read the bindings of given classes, whatever assemblies they are in.</summary>
internal sealed class TypesBindingBuilder(
    IRuntimeBindingSourceProcessor bindingSourceProcessor,
    IReqnrollAttributesFilter reqnrollAttributesFilter,
    IBindingAssemblyLoader bindingAssemblyLoader,
    ReqnrollConfiguration reqnrollConfiguration,
    IBindingProviderService bindingProviderService,
    BindingTypes types)
    : RuntimeBindingRegistryBuilder(
        bindingSourceProcessor, reqnrollAttributesFilter, bindingAssemblyLoader, reqnrollConfiguration, bindingProviderService)
{
    /// <inheritdoc/>
    protected override Type[] GetAssemblyTypes(Assembly assembly, out string[] typeLoadErrors)
    {
        typeLoadErrors = [];
        return [.. types.All];
    }
}
