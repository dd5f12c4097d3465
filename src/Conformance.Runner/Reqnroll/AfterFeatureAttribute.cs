namespace Reqnroll;

/// <summary>The static method runs after a feature's last scenario.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterFeatureAttribute(params string[] tags) : HookAttribute(tags);
