namespace Conformance.Reports.Model;

/// <summary>A homeserver that died in the run. It is a violation that no baseline lists.</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="IsRestarted">Whether it was started again and the run went on; if not, the run ended there.</param>
/// <param name="InFlight">The requests that it took and did not answer. One of them may have killed it.</param>
public sealed record DeathReport(string Profile, bool IsRestarted, IReadOnlyList<ExchangeReport> InFlight)
{
    /// <summary>What happened, one sentence without a full stop.</summary>
    public string Sentence =>
        $"the homeserver of the profile {Profile} died{(IsRestarted ? " and was started again" : ", and the run ended there")}";
}
