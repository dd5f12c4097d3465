namespace Reqnroll;

/// <summary>The method runs after the last of several steps of one kind, if all went well.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterScenarioBlockAttribute(params string[] tags) : HookAttribute(tags);
