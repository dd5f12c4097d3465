using Conformance.Matrix.Exchanges;

namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver that died in the run.</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="InFlight">The requests that it took and did not answer. One of them may have killed it. They hold secrets.</param>
/// <param name="IsRestarted">Whether the suite starts it again and the run goes on; if not, the run ends.</param>
public sealed record ServerDeath(string Profile, IReadOnlyList<Exchange> InFlight, bool IsRestarted);
