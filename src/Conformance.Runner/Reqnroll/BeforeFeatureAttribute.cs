namespace Reqnroll;

/// <summary>The static method runs before a feature's first scenario.</summary>
/// <param name="tags">Runs it only where one of these tags stands; none: everywhere.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeFeatureAttribute(params string[] tags) : HookAttribute(tags);
