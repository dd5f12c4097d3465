using Xunit.Abstractions;

namespace Conformance.Runner.Xunit;

/// <summary>Stands for a feature where xunit asks for a class.</summary>
internal sealed class FeatureType(IAssemblyInfo assembly, string name) : ITypeInfo
{
    /// <inheritdoc/>
    public IAssemblyInfo Assembly { get; } = assembly;

    /// <inheritdoc/>
    public ITypeInfo? BaseType => null;

    /// <inheritdoc/>
    public IEnumerable<ITypeInfo> Interfaces => [];

    /// <inheritdoc/>
    public bool IsAbstract => false;

    /// <inheritdoc/>
    public bool IsGenericParameter => false;

    /// <inheritdoc/>
    public bool IsGenericType => false;

    /// <inheritdoc/>
    public bool IsSealed => true;

    /// <inheritdoc/>
    public bool IsValueType => false;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IEnumerable<IAttributeInfo> GetCustomAttributes(string assemblyQualifiedAttributeTypeName) => [];

    /// <inheritdoc/>
    public IEnumerable<ITypeInfo> GetGenericArguments() => [];

    /// <inheritdoc/>
    public IMethodInfo? GetMethod(string methodName, bool includePrivateMethod) => null;

    /// <inheritdoc/>
    public IEnumerable<IMethodInfo> GetMethods(bool includePrivateMethods) => [];
}
