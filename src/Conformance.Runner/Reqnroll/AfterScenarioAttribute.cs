namespace Reqnroll;

/// <summary>The method runs after a scenario's last step, however it ended.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterScenarioAttribute(params string[] tags) : HookAttribute(tags);
