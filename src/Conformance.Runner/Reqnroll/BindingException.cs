namespace Reqnroll;

/// <summary>A step definition, hook or transformation cannot be used as it is.</summary>
public class BindingException : ReqnrollException
{
    /// <summary>Says that much.</summary>
    public BindingException()
        : base("A binding cannot be used.")
    {
    }

    /// <summary>Says what is wrong.</summary>
    public BindingException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and why.</summary>
    public BindingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
