namespace Reqnroll.BoDi;

/// <summary>Where a container takes an object from.</summary>
internal abstract class Registration : IStrategyRegistration
{
    /// <summary>Whether each request makes a new one.</summary>
    public bool PerDependency { get; private set; }

    /// <inheritdoc/>
    public IStrategyRegistration InstancePerDependency()
    {
        PerDependency = true;
        return this;
    }

    /// <inheritdoc/>
    public IStrategyRegistration InstancePerContext()
    {
        PerDependency = false;
        return this;
    }

    /// <summary>A given object.</summary>
    internal sealed class OfInstance(object instance) : Registration
    {
        public object Instance { get; } = instance;
    }

    /// <summary>A class whose constructor is called.</summary>
    internal sealed class OfType(Type implementation) : Registration
    {
        public Type Implementation { get; } = implementation;
    }

    /// <summary>A function that is called.</summary>
    internal sealed class OfFactory(Func<IObjectContainer, object?> factory) : Registration
    {
        public Func<IObjectContainer, object?> Factory { get; } = factory;
    }
}
