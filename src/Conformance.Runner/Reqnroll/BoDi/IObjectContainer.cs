using System.Diagnostics.CodeAnalysis;

namespace Reqnroll.BoDi;

/// <summary>
/// Makes objects by their constructor with the most parameters, each type once. A scenario's container asks the feature's, and that the run's,
/// before it makes one itself; classes need no registration, interfaces do.
/// </summary>
public interface IObjectContainer : IDisposable
{
    /// <summary>Raised for each object that the container made.</summary>
    [SuppressMessage("Design", "CA1003", Justification = "The shape is Reqnroll's.")]
    event Action<object>? ObjectCreated;

    /// <summary>Uses a class where a type is asked for.</summary>
    /// <exception cref="ObjectContainerException">The type was asked for already.</exception>
    IStrategyRegistration RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface;

    /// <summary>Uses an object where a type is asked for.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="name">Tells several of one type apart.</param>
    /// <param name="dispose">Whether the container disposes of it in the end.</param>
    /// <exception cref="ObjectContainerException">The type was asked for already.</exception>
    void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class;

    /// <summary>Uses an object where a type is asked for.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="interfaceType">The type.</param>
    /// <param name="name">Tells several of one type apart.</param>
    /// <param name="dispose">Whether the container disposes of it in the end.</param>
    /// <exception cref="ObjectContainerException">The type was asked for already.</exception>
    void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false);

    /// <summary>Uses what a function makes where a type is asked for.</summary>
    /// <exception cref="ObjectContainerException">The type was asked for already.</exception>
    IStrategyRegistration RegisterFactoryAs<TInterface>(Func<IObjectContainer, TInterface> factoryDelegate, string? name = null);

    /// <summary>Uses what a function makes where a type is asked for.</summary>
    /// <exception cref="ObjectContainerException">The type was asked for already.</exception>
    IStrategyRegistration RegisterFactoryAs<TInterface>(Func<TInterface> factoryDelegate, string? name = null);

    /// <summary>The object of a type.</summary>
    /// <exception cref="ObjectContainerException">It cannot be made.</exception>
    T Resolve<T>();

    /// <summary>The object of a type and a name.</summary>
    /// <exception cref="ObjectContainerException">It cannot be made.</exception>
    T Resolve<T>(string? name);

    /// <summary>The object of a type.</summary>
    /// <exception cref="ObjectContainerException">It cannot be made.</exception>
    object Resolve(Type typeToResolve, string? name = null);

    /// <summary>The objects of a type under all the names registered in this container.</summary>
    IEnumerable<T> ResolveAll<T>()
        where T : class;

    /// <summary>Whether this container or one above it has a registration, or made one when the class was asked for.</summary>
    bool IsRegistered<T>(string? name = null);

    /// <summary>Whether this container or one above it has a registration, or made one when the class was asked for.</summary>
    bool IsRegistered(Type type, string? name = null);
}
