using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>An attempt on a stage.</summary>
/// <param name="Session">The session.</param>
/// <param name="Data">What the client submitted for it.</param>
internal sealed record StageAttempt(UiaSession Session, RequestObject Data);
