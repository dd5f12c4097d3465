using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>Values by key, shared by the steps and hooks of one scope. Not safe for concurrent writers, like any dictionary.</summary>
[SuppressMessage("Usage", "CA2237", Justification = "The shape is Reqnroll's; nothing serialises it.")]
public abstract class ReqnrollContext : Dictionary<string, object>, IDisposable, IReqnrollContext
{
    private protected ReqnrollContext()
    {
    }

    /// <summary>What went wrong first; null where nothing did.</summary>
    public Exception? TestError { get; internal set; }

    /// <summary>The value kept for the type, under its full name. A kept <see cref="Func{TResult}"/> of that type is called.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue<TValue>([MaybeNullWhen(false)] out TValue value) => TryGetValue(DefaultKey<TValue>(), out value);

    /// <summary>The value kept under the key. A kept <see cref="Func{TResult}"/> of that type is called.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue<TValue>(string key, [MaybeNullWhen(false)] out TValue value)
    {
        if (base.TryGetValue(key, out var kept))
        {
            value = Unwrap<TValue>(kept);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Keeps a value under its type's full name.</summary>
    public void Set<T>(T data) => Set(data, DefaultKey<T>());

    /// <summary>Keeps a value under a key.</summary>
    public void Set<T>(T data, string key) => this[key] = data!;

    /// <summary>Keeps what makes a value, under that value's type's full name; it is called at each <see cref="Get{T}()"/>.</summary>
    public void Set<T>(Func<T> func) => this[DefaultKey<T>()] = func;

    /// <summary>The value kept for the type.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T Get<T>() => Get<T>(DefaultKey<T>());

    /// <summary>The value kept under the key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public T Get<T>(string key) => Unwrap<T>(this[key]);

    /// <inheritdoc/>
    void IDisposable.Dispose()
    {
        Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Called when the scope ends.</summary>
    protected virtual void Dispose()
    {
    }

    private static string DefaultKey<T>() => typeof(T).FullName ?? typeof(T).Name;

    private static T Unwrap<T>(object kept) => kept is Func<T> make && kept.GetType() == typeof(Func<T>) ? make() : (T)kept;
}
