namespace Conformance.Steps.Phrases;

/// <summary>A person's name in a feature.</summary>
/// <param name="Name">The name.</param>
public sealed record ActorPhrase(string Name);
