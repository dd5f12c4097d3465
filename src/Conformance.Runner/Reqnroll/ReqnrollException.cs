namespace Reqnroll;

/// <summary>Something is wrong with the bindings or with their use.</summary>
public class ReqnrollException : Exception
{
    /// <summary>Says nothing.</summary>
    public ReqnrollException()
    {
    }

    /// <summary>Says what is wrong.</summary>
    public ReqnrollException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and why.</summary>
    public ReqnrollException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
