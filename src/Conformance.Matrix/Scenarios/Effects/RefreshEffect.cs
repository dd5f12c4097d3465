using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>A session has new tokens. "If not given, the old refresh token can be re-used."</summary>
internal sealed class RefreshEffect : IEffect
{
    public IReadOnlyCollection<string> Operations => [Calls.Operations.Refresh];

    public void Apply(SuccessfulCall call, SuiteKnowledge knowledge)
    {
        if (call.Argument("refresh_token") is not { } used || call.Answer("access_token") is not { } accessToken
            || knowledge.People.SessionOf(used) is not { } session)
            return;
        session.AccessToken = accessToken;
        session.RefreshToken = call.Answer("refresh_token") ?? used;
    }
}
