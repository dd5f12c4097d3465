using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>What the specification lays down about cross-signing keys ("Key and signature security").</summary>
internal sealed record KeyRules : RuleSet
{
    /// <summary>
    /// Which calls that replace keys must be authenticated: those of users, not those by application services (UIA-01, APS-17).
    /// </summary>
    public Predicate<Call> ReplacementAuthenticates { get => Read(field); init; } = call => !call.RequiredCaller.IsApplicationService;
}
