namespace Reqnroll;

/// <summary>The method runs after each step that was begun, however it ended.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterStepAttribute(params string[] tags) : HookAttribute(tags);
