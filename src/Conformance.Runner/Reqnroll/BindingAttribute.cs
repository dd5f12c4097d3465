namespace Reqnroll;

/// <summary>The class holds step definitions, hooks or argument transformations.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class BindingAttribute : Attribute;
