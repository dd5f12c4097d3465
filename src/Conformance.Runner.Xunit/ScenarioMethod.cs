using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>Stands for a scenario where xunit asks for a method.</summary>
internal sealed class ScenarioMethod(ITypeInfo feature, string name) : IMethodInfo
{
    /// <inheritdoc/>
    public bool IsAbstract => false;

    /// <inheritdoc/>
    public bool IsGenericMethodDefinition => false;

    /// <inheritdoc/>
    public bool IsPublic => true;

    /// <inheritdoc/>
    public bool IsStatic => false;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public ITypeInfo ReturnType => Reflector.Wrap(typeof(void));

    /// <inheritdoc/>
    public ITypeInfo Type { get; } = feature;

    /// <inheritdoc/>
    public IEnumerable<IAttributeInfo> GetCustomAttributes(string assemblyQualifiedAttributeTypeName) => [];

    /// <inheritdoc/>
    public IEnumerable<ITypeInfo> GetGenericArguments() => [];

    /// <inheritdoc/>
    public IEnumerable<IParameterInfo> GetParameters() => [];

    /// <inheritdoc/>
    public IMethodInfo MakeGenericMethod(params ITypeInfo[] typeArguments) => this;
}
