namespace Reqnroll;

/// <summary>Another name of <see cref="BeforeScenarioAttribute"/>.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeAttribute(params string[] tags) : BeforeScenarioAttribute(tags);
