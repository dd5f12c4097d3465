namespace Reqnroll;

/// <summary>Another name of <see cref="AfterScenarioAttribute"/>.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterAttribute(params string[] tags) : AfterScenarioAttribute(tags);
