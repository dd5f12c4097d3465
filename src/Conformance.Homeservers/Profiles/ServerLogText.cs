namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver's own log.</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="BaseUrl">Its base URL; null where it never got ready.</param>
/// <param name="Text">Its lines so far.</param>
public sealed record ServerLogText(string Profile, Uri? BaseUrl, string Text);
