using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Scenarios;

/// <summary>What the actors of a scenario do in a web browser.</summary>
public sealed class ScenarioBrowserTests
{
    [Fact]
    public async Task A_single_sign_on_that_leads_nowhere_tells_its_last_exchange_and_why()
    {
        await using var server = FakeServer.Start(request => request.Target.StartsWith("/callback", StringComparison.Ordinal)
            ? FakeAnswer.Json(400, """{"errcode":"M_UNAUTHORIZED","error":"There is no cookie."}""")
            : FakeAnswer.Html("", ("Location", "/callback?state=s")) with { Status = 302 });
        await using var run = Bench.Run(Bench.Target(server.BaseUrl) with { Companions = new CompanionSet { Sso = new Provider() } });
        await using var world = new ScenarioWorld(run, new ScenarioRecord());

        var login = () => world.Browser.LogInBySsoAsync(world.Actor("Alice"), "PHONE", ExchangeRole.Subject, default);

        var violation = (await login.Should().ThrowAsync<ViolationException>()).Which.Violation;
        violation.Actual.Should().Be(
            "The page answers 400 M_UNAUTHORIZED; request 2, the last, was for /callback");
        violation.Exchange!.Request.Url.AbsolutePath.Should().Be("/callback");
    }

    private sealed class Provider : ISsoProvider
    {
        public string NameField => "username";

        public void AddPerson(string userName)
        {
            // Nobody comes as far as the provider.
        }
    }
}
