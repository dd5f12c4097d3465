namespace Conformance.Matrix.Calls;

/// <summary>A body with one thing wrong.</summary>
/// <param name="Name">What is wrong, as a report says it: <c>without /password</c>, <c>/auth is null</c>, or the whole of a short
/// body.</param>
/// <param name="Bytes">The body.</param>
public sealed record MalformedBody(string Name, ReadOnlyMemory<byte> Bytes);
