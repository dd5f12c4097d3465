using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>A step has no definition. The message shows one to paste.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The shape is Reqnroll's.")]
public class MissingStepDefinitionException : ReqnrollException
{
    /// <summary>Says that much.</summary>
    public MissingStepDefinitionException()
        : base("A step has no definition.")
    {
    }

    internal MissingStepDefinitionException(string message)
        : base(message)
    {
    }
}
