namespace Reqnroll;

/// <summary>The method is run at a certain time. Its parameters are injected.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HookAttribute : Attribute
{
    /// <summary>The <see cref="Order"/> where none is given.</summary>
    public const int DefaultOrder = 10000;

    private protected HookAttribute(string[]? tags) => Tags = tags;

    /// <summary>Runs the hook only where one of these tags stands, with or without <c>@</c>; none: everywhere.</summary>
    public string[]? Tags { get; }

    /// <summary>The lowest runs first, after as well as before.</summary>
    public int Order { get; set; } = DefaultOrder;
}
