namespace Conformance.Cli.Vocabulary;

/// <summary>A phrase that expressions name in braces.</summary>
/// <param name="Name">The name, without braces.</param>
/// <param name="Documentation">What it stands for, in Markdown; empty where nothing is written.</param>
internal sealed record Phrase(string Name, string Documentation);
