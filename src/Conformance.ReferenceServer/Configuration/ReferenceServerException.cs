namespace Conformance.ReferenceServer.Configuration;

/// <summary>The reference homeserver cannot be set up or started as asked. The message is one line: what is wrong and what to do.</summary>
public sealed class ReferenceServerException : Exception
{
    /// <summary>Creates it.</summary>
    public ReferenceServerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
