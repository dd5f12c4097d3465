using Conformance.Matrix.Calls;
using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>Notes one more account to remove.</summary>
internal sealed class RegistrationEffect : IEffect
{
    public IReadOnlyCollection<string> Operations => [Calls.Operations.Register];

    public void Apply(SuccessfulCall call, SuiteKnowledge knowledge)
    {
        if (call.Answer("user_id") is not { } userId)
            return;
        knowledge.Accounts.Add(new MadeAccount(userId, call.Argument("password"))
        {
            IsOfService = call.Argument("type") == LoginTypes.ApplicationService,
            IsGuest = call.Argument("kind") == "guest",
        });
        if (call.Answer("access_token") is { } token)
            knowledge.Accounts.AddToken(userId, token);
    }
}
