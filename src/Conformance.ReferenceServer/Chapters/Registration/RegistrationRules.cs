using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary>What the specification lays down about registrations ("Account registration").</summary>
internal sealed record RegistrationRules : RuleSet
{
    /// <summary>Which registrations must be authenticated: those of users, not those by application services (REG-17, APS-05).</summary>
    public Predicate<Call> Authenticates { get => Read(field); init; } = call => !Register.IsForService(call.Body);

    /// <summary>Which requests have their name checked: each, before authentication as well as after it (REG-20).</summary>
    public Predicate<Call> ChecksNames { get => Read(field); init; } = _ => true;

    /// <summary>The password of the account: the member <c>password</c>, and none of the authentication data (REG-13, REG-14).</summary>
    public Func<RequestObject, string?> PasswordOf { get => Read(field); init; } = body => body.String("password");

    /// <summary>The device ID that a guest gets, given the request: none from it, "All other parameters are ignored" (REG-26).</summary>
    public Func<RequestObject, string?> GuestDevice { get => Read(field); init; } = _ => null;

    /// <summary>The password that a guest gets: none, since all other parameters are ignored (REG-25).</summary>
    public Func<RequestObject, string?> GuestPassword { get => Read(field); init; } = _ => null;

    /// <summary>How long after its use the use of a token is counted; null, the default, for at once (UIT-14).</summary>
    public TimeSpan? UsesAreCountedAfter { get => Read(field); init; }

    /// <summary>
    /// Whether the owner of <c>guest_access_token</c> (a user ID; null if nobody owns it) may take over a guest's account (a user ID): only
    /// the guest itself (REG-28).
    /// </summary>
    public Func<string?, string, bool> MayUpgrade { get => Read(field); init; } = (owner, guest) => owner == guest;
}
