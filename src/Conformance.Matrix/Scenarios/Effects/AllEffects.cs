using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>
/// The effects of all operations. A logout and a deactivation have none: whether the server did what it said is what scenarios look at, and
/// the clean-up asks the
/// server rather than believe it.
/// </summary>
internal static class AllEffects
{
    private static readonly ILookup<string, IEffect> ByOperation =
        new IEffect[] { new RegistrationEffect(), new LoginEffect(), new RefreshEffect(), new PasswordChangeEffect(),
            new MessageRequestEffect(), new Add3PidEffect(), new CrossSigningEffect() }
            .SelectMany(effect => effect.Operations.Select(operation => (Operation: operation, Effect: effect)))
            .ToLookup(pair => pair.Operation, pair => pair.Effect, StringComparer.Ordinal);

    /// <summary>Takes what a call has done into the suite's knowledge; a call that did not succeed has done nothing.</summary>
    public static void Apply(OperationCall call, Caller caller, Exchange exchange, SuiteKnowledge knowledge)
    {
        if (exchange.Response is not { Status: 200 })
            return;
        foreach (var effect in ByOperation[call.Operation.Id])
            effect.Apply(new SuccessfulCall(call, caller, exchange), knowledge);
    }
}
