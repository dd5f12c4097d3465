namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver that stays when the run has ended.</summary>
/// <param name="What">What it is, e.g. <c>container 1f2e3d4c5b6a</c>.</param>
/// <param name="Stop">The command that ends it.</param>
public sealed record KeptHomeserver(string What, string Stop);
