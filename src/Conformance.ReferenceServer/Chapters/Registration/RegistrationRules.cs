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

    /// <summary>The device ID that a guest gets of those that it asks for: none, "All other parameters are ignored" (REG-26).</summary>
    public Func<RequestObject, string?> GuestDevice { get => Read(field); init; } = _ => null;

    /// <summary>The password that a guest gets: none, since all other parameters are ignored (REG-25).</summary>
    public Func<RequestObject, string?> GuestPassword { get => Read(field); init; } = _ => null;

    /// <summary>Whether the owner of a guest's access token, a user ID or null for a token that nobody has, may register the name of a
    /// guest, a user ID: just the guest itself (REG-28).</summary>
    public Func<string?, string, bool> MayUpgrade { get => Read(field); init; } = (owner, guest) => owner == guest;
}
