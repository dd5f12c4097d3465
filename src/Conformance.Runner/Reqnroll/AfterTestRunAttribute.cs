namespace Reqnroll;

/// <summary>The static method runs once, after everything.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterTestRunAttribute() : HookAttribute(null);
