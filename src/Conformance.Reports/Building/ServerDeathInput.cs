using Conformance.Matrix.Exchanges;

namespace Conformance.Reports.Building;

/// <summary>A homeserver that died in the run.</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="IsRestarted">Whether it was started again and the run went on.</param>
/// <param name="InFlight">The requests that it took and did not answer.</param>
public sealed record ServerDeathInput(string Profile, bool IsRestarted, IReadOnlyList<Exchange> InFlight);
