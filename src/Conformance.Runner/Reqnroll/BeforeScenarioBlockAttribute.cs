namespace Reqnroll;

/// <summary>The method runs before the first of several steps of one kind.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeScenarioBlockAttribute(params string[] tags) : HookAttribute(tags);
