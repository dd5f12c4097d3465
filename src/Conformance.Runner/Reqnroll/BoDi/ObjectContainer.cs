using System.Reflection;

namespace Reqnroll.BoDi;

/// <summary>The container of a run, a feature or a scenario. Safe for concurrent use.</summary>
/// <param name="parent">The one that is asked first; null for the run's.</param>
internal sealed class ObjectContainer(ObjectContainer? parent = null) : IObjectContainer, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(Type Type, string? Name), Registration> _registrations = [];
    private readonly Dictionary<(Type Type, string? Name), object> _objects = [];
    private readonly HashSet<(Type Type, string? Name)> _resolved = [];
    private readonly List<object> _disposables = [];
    private bool _disposed;

    /// <inheritdoc/>
    public event Action<object>? ObjectCreated;

    /// <inheritdoc/>
    public IStrategyRegistration RegisterTypeAs<TType, TInterface>(string? name = null)
        where TType : class, TInterface
        => Register((typeof(TInterface), name), new Registration.OfType(typeof(TType)));

    /// <inheritdoc/>
    public void RegisterInstanceAs<TInterface>(TInterface instance, string? name = null, bool dispose = false)
        where TInterface : class
        => RegisterInstanceAs(instance, typeof(TInterface), name, dispose);

    /// <inheritdoc/>
    public void RegisterInstanceAs(object instance, Type interfaceType, string? name = null, bool dispose = false)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(interfaceType);
        lock (_lock)
        {
            Register((interfaceType, name), new Registration.OfInstance(instance));

            // Asking for the class of an object that was registered by its interface gives that same object.
            _objects[(instance.GetType(), name)] = instance;
            if (dispose && !_disposables.Contains(instance))
                _disposables.Add(instance);
        }
    }

    /// <inheritdoc/>
    public IStrategyRegistration RegisterFactoryAs<TInterface>(Func<IObjectContainer, TInterface> factoryDelegate, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(factoryDelegate);
        return Register((typeof(TInterface), name), new Registration.OfFactory(container => factoryDelegate(container)));
    }

    /// <inheritdoc/>
    public IStrategyRegistration RegisterFactoryAs<TInterface>(Func<TInterface> factoryDelegate, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(factoryDelegate);
        return Register((typeof(TInterface), name), new Registration.OfFactory(_ => factoryDelegate()));
    }

    /// <inheritdoc/>
    public T Resolve<T>() => Resolve<T>(null);

    /// <inheritdoc/>
    public T Resolve<T>(string? name) => (T)Resolve(typeof(T), name);

    /// <inheritdoc/>
    public object Resolve(Type typeToResolve, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(typeToResolve);
        return Resolve((typeToResolve, name), []);
    }

    /// <inheritdoc/>
    public IEnumerable<T> ResolveAll<T>()
        where T : class
    {
        List<(Type Type, string? Name)> keys;
        lock (_lock)
            keys = [.. _registrations.Keys.Where(key => key.Type == typeof(T))];
        return [.. keys.Select(key => (T)Resolve(key, []))];
    }

    /// <inheritdoc/>
    public bool IsRegistered<T>(string? name = null) => IsRegistered(typeof(T), name);

    /// <inheritdoc/>
    public bool IsRegistered(Type type, string? name = null) => Find((type, name)) is not null;

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Disposes of what the container made, the last first. All of it, even where some of it throws.</summary>
    /// <exception cref="AggregateException">More than one threw.</exception>
    public async ValueTask DisposeAsync()
    {
        List<object> disposables;
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            disposables = [.. Enumerable.Reverse(_disposables)];
            _disposables.Clear();
            _objects.Clear();
            _registrations.Clear();
        }

        var errors = new List<Exception>();
        foreach (var disposable in disposables)
        {
            try
            {
                if (disposable is IAsyncDisposable asynchronous)
                    await asynchronous.DisposeAsync();
                else
                    ((IDisposable)disposable).Dispose();
            }
            catch (Exception exception)
            {
                errors.Add(exception);
            }
        }

        if (errors.Count == 1)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(errors[0]);
        if (errors.Count > 1)
            throw new AggregateException(errors);
    }

    private Registration Register((Type Type, string? Name) key, Registration registration)
    {
        lock (_lock)
        {
            AssertUsable();
            if (_resolved.Contains(key))
                throw new ObjectContainerException($"{Display(key)} was asked for before it was registered.", null);
            _registrations[key] = registration;
            return registration;
        }
    }

    private (ObjectContainer Owner, Registration Registration)? Find((Type Type, string? Name) key)
    {
        if (key == (typeof(IObjectContainer), null))
            return (this, new Registration.OfInstance(this));
        lock (_lock)
        {
            if (_registrations.TryGetValue(key, out var registration))
                return (this, registration);
        }

        return parent?.Find(key);
    }

    private object Resolve((Type Type, string? Name) key, List<(Type Type, string? Name)> path)
    {
        if (key.Type.IsValueType || key.Type == typeof(string))
            throw new ObjectContainerException($"A {key.Type.FullName} cannot be injected.", Types(path));

        // The owner makes and keeps the object: what the run's container knows is one for all scenarios.
        if (Find(key) is { } found && found.Owner != this)
        {
            lock (_lock)
                _resolved.Add(key);
            return found.Owner.Resolve(key, path);
        }

        lock (_lock)
        {
            AssertUsable();
            if (!_registrations.TryGetValue(key, out var registration))
            {
                registration = key == (typeof(IObjectContainer), null) ? new Registration.OfInstance(this) : new Registration.OfType(key.Type);
                _registrations.Add(key, registration);
            }

            _resolved.Add(key);
            if (registration is Registration.OfInstance given)
                return given.Instance;

            var kept = registration is Registration.OfType type ? (type.Implementation, key.Name) : key;
            if (!registration.PerDependency && _objects.TryGetValue(kept, out var known))
                return known;
            if (path.Contains(key))
                throw new ObjectContainerException($"{Display(key)} needs itself.", Types(path));

            path.Add(key);
            var made = Make(registration, path) ?? throw new ObjectContainerException($"The factory of {Display(key)} gave null.", Types(path));
            path.RemoveAt(path.Count - 1);
            if (!registration.PerDependency)
                _objects.Add(kept, made);
            if (made is IDisposable or IAsyncDisposable)
                _disposables.Add(made);
            ObjectCreated?.Invoke(made);
            return made;
        }
    }

    private object? Make(Registration registration, List<(Type Type, string? Name)> path)
    {
        if (registration is Registration.OfFactory factory)
            return factory.Factory(this);

        var type = ((Registration.OfType)registration).Implementation;
        if (type.IsInterface || type.IsAbstract)
        {
            throw new ObjectContainerException(
                $"{type.FullName} is {(type.IsInterface ? "an interface" : "abstract")} and not registered. Register it in a [BeforeScenario(Order = 0)] hook.",
                Types(path.SkipLast(1)));
        }

        var constructors = type.GetConstructors() is { Length: > 0 } visible
            ? visible
            : type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic);
        var most = constructors.Max(constructor => constructor.GetParameters().Length);
        var candidates = constructors.Where(constructor => constructor.GetParameters().Length == most).ToList();
        if (candidates.Count > 1)
            throw new ObjectContainerException($"{type.FullName} has several constructors with {most} parameters.", Types(path));

        var arguments = candidates[0].GetParameters().Select(parameter => Resolve((parameter.ParameterType, null), path)).ToArray();
        return candidates[0].Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private void AssertUsable()
    {
        if (_disposed)
            throw new ObjectContainerException("The container is disposed of.", null);
    }

    private static Type[] Types(IEnumerable<(Type Type, string? Name)> path) => [.. path.Select(key => key.Type)];

    private static string Display((Type Type, string? Name) key) => key.Name is null ? $"{key.Type.FullName}" : $"{key.Type.FullName} ('{key.Name}')";
}
