using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>A fault in whether a call of one operation needs authentication: another engine is told so, the operation itself conforms.</summary>
/// <typeparam name="TOperation">The conforming operation.</typeparam>
internal abstract class AuthenticationFault<TOperation> : Fault
    where TOperation : class, IUiaOperation
{
    /// <summary>Names what it violates, and how.</summary>
    private protected AuthenticationFault(string requirementId, string description)
        : base(requirementId, description)
    {
    }

    /// <inheritdoc/>
    internal override void Apply(IServiceCollection services) =>
        Replace<UiaEngine>(services, _ => ServiceDescriptor.Singleton<UiaEngine>(provider => ActivatorUtilities.CreateInstance<Engine>(provider, this)));

    /// <summary>Whether the call is challenged.</summary>
    /// <param name="call">The call.</param>
    /// <param name="operation">What tells whether it should be.</param>
    protected abstract bool Challenges(Call call, TOperation operation);

    private sealed class Engine(AuthenticationFault<TOperation> fault, UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        public override Task<Reply> RunAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken) =>
            base.RunAsync(operation is TOperation conforming ? new Misjudged(fault, conforming) : operation, call, cancellationToken);
    }

    private sealed class Misjudged(AuthenticationFault<TOperation> fault, TOperation conforming) : IUiaOperation
    {
        public bool RepeatsResult => conforming.RepeatsResult;

        public bool NeedsAuthentication(Call call) => fault.Challenges(call, conforming);

        public void Check(Call call) => conforming.Check(call);

        public Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken) =>
            conforming.PerformAsync(call, authenticated, cancellationToken);
    }
}
