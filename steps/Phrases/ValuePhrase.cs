namespace Conformance.Steps.Phrases;

/// <summary>The value of an argument: a quoted text, a whole number, <c>true</c> or <c>false</c>.</summary>
/// <param name="Json">The value as JSON text, <c>{name}</c> not yet filled in.</param>
public sealed record ValuePhrase(string Json)
{
    /// <summary>The form of a value, for step expressions.</summary>
    public const string Pattern = """("[^"]*"|-?\d+|true|false)""";
}
