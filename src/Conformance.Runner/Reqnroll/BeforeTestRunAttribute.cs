namespace Reqnroll;

/// <summary>The static method runs once, before everything.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeTestRunAttribute() : HookAttribute(null);
