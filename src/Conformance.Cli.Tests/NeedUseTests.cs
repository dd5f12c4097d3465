using System.Text.RegularExpressions;
using Conformance.Cli.Features;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Steps.Scenes;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>A scenario needs what it does, and not what its chapter is about: a need that no step uses skips it for nothing.</summary>
public sealed class NeedUseTests
{
    // What the steps of a scenario say that uses it. A need that is not here is a configuration, which no step has to name.
    private static readonly Dictionary<Need, string> Uses = new()
    {
        [Need.PasswordLogin] = "password|log(s|ged)? (in|out)|authenticat|login|deactivat|stage|challenge|delet"
            + "|has an? (refreshable|refreshed|single sign-on|registration|service) session",
        [Need.EmailSink] = "message|mail|identifier|fallback|validat|flow",
        [Need.SmsSink] = "message|phone|identifier|msisdn|flow",
        [Need.Captcha] = "captcha",
        [Need.SsoProvider] = "sign-on|sso|provider|login.token",
        [Need.ApplicationService] = "service",
        [Need.RegistrationToken] = "token",
        [Need.Terms] = "terms",
        [Need.GuestAccess] = "guest",
        [Need.IdentityServer] = "identity|bind|bound",
        [Need.RefreshTokens] = "refresh",
        [Need.LoginToken] = "login.?token",
        [Need.EncryptionKeys] = "key|signing",
        [Need.Pushers] = "pusher",
        [Need.Rooms] = "room|message",
    };

    [Fact]
    public void Each_need_is_used_by_a_step()
    {
        var library = FeatureLibrary.Load(null);
        var unused =
            from scenario in library.Scenarios
            from need in ScenarioNeeds.Of(scenario.Tags, library.Requirements).Needs
            where Uses.TryGetValue(need, out var words) && !Regex.IsMatch(TextOf(scenario), words, RegexOptions.IgnoreCase)
            select $"{scenario.File}:{scenario.Line} {need}";

        library.Scenarios.Should().NotBeEmpty();
        unused.Should().BeEmpty();
    }

    private static string TextOf(Scenario scenario) => string.Join(
        '\n',
        scenario.Steps
            .SelectMany(step => (step.Table ?? []).SelectMany(row => row).Append(step.Text).Append(step.DocString ?? ""))
            .Append(scenario.Name));
}
