namespace Reqnroll;

/// <summary>The method runs before a scenario's first step.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeScenarioAttribute(params string[] tags) : HookAttribute(tags);
