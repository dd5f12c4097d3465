using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>A step has more than one definition.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The shape is Reqnroll's.")]
public class AmbiguousBindingException(string message) : BindingException(message);
