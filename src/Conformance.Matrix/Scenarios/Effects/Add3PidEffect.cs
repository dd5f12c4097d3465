using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>An account has a third-party identifier. The first one of each medium is the one that features mean by <c>{Alice.email}</c> and
/// <c>{Alice.phone}</c>.</summary>
internal sealed class Add3PidEffect : IEffect
{
    public IReadOnlyCollection<string> Operations => [Calls.Operations.Add3Pid];

    public void Apply(SuccessfulCall call, SuiteKnowledge knowledge)
    {
        if (knowledge.People.OfToken(call.Caller.AccessToken) is { } owner
            && knowledge.Validations.WithId(call.Argument("sid")) is { } session)
            owner.ThreePids.TryAdd(session.ThreePid.Medium, session.ThreePid);
    }
}
