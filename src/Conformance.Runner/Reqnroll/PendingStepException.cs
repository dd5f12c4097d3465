using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>Thrown by a step definition that is not written yet. The scenario fails.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The shape is Reqnroll's.")]
public class PendingStepException(string message) : ReqnrollException(message)
{
    /// <summary>Says that much.</summary>
    public PendingStepException()
        : this("The step definition is not implemented.")
    {
    }
}
