using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>An account has an access token more, with which it can be removed.</summary>
internal sealed class LoginEffect : IEffect
{
    public IReadOnlyCollection<string> Operations => [Calls.Operations.LogIn];

    public void Apply(SuccessfulCall call, SuiteKnowledge knowledge)
    {
        if (call.Answer("user_id") is { } userId && call.Answer("access_token") is { } token)
            knowledge.Accounts.AddToken(userId, token);
    }
}
