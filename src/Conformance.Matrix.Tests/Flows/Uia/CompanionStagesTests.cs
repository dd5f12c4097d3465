using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Tests.Companions;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Flows.Uia;

/// <summary>Stages that happen in a mail, a text message or on a page are completed as a person would complete them.</summary>
public sealed class CompanionStagesTests
{
    private const string Prefix = "/_matrix/client/v3/";
    private const string Challenge = """{"session":"uia-1","flows":[{"stages":["STAGE"]}],"params":{},"completed":[]}""";

    private readonly FakeMailbox _mail = new();
    private readonly FakeTextMessages _texts = new();
    private readonly List<string> _answers = [];

    [Fact]
    public async Task The_link_of_the_mail_is_followed_and_its_page_confirmed_before_the_stage_is_answered()
    {
        await using var server = Server("m.login.email.identity", request => request.Target switch
        {
            $"{Prefix}register/email/requestToken" => Mailed(request, "/confirm?token=t"),
            "/confirm?token=t" when request.Method == "GET" =>
                FakeAnswer.Html("""<form method="post"><input type="hidden" name="token" value="t"></form>"""),
            "/confirm?token=t" => FakeAnswer.Html("validated"),
            _ => null,
        });
        await RegisterAsync(server);
        server.Requests.Select(request => $"{request.Method} {request.Target}").Should().Equal(
            $"POST {Prefix}register", $"POST {Prefix}register/email/requestToken", "GET /confirm?token=t", "POST /confirm?token=t",
                $"POST {Prefix}register");
        var asked = JsonNode.Parse(server.Requests[1].Text)!;
        asked["send_attempt"]!.GetValue<int>().Should().Be(1);
        asked["email"]!.ToString().Should().MatchRegex("^c[0-9a-z]+-alice-[0-9]+@example.org$");
        var auth = JsonNode.Parse(_answers.Single())!["auth"]!;
        auth.ToJsonString()
            .Should().Be(
                $$"""{"type":"m.login.email.identity","threepid_creds":{"sid":"sid-1","client_secret":"{{asked["client_secret"]}}"},"session":"uia-1"}""");
    }

    [Fact]
    public async Task The_code_of_the_text_message_is_submitted_where_the_server_says()
    {
        await using var server = Server("m.login.msisdn", request => request.Target switch
        {
            $"{Prefix}register/msisdn/requestToken" => Texted(request),
            "/submit" => FakeAnswer.Json(200, """{"success":true}"""),
            _ => null,
        });
        await RegisterAsync(server);
        var asked = JsonNode.Parse(server.Requests[1].Text)!;
        asked["country"]!.ToString().Should().Be("FR");
        asked["phone_number"]!.ToString().Should().MatchRegex(@"^\+33(19900|26191|35301|46571|53649)[0-9]{4}$");
        server.Requests[2].Text.Should().Be($$"""{"sid":"sid-1","client_secret":"{{asked["client_secret"]}}","token":"123456"}""");
        _answers.Should().ContainSingle();
    }

    [Fact]
    public async Task A_code_that_is_not_accepted_is_a_violation()
    {
        await using var server = Server("m.login.msisdn", request => request.Target switch
        {
            $"{Prefix}register/msisdn/requestToken" => Texted(request),
            "/submit" => FakeAnswer.Json(200, """{"success":false}"""),
            _ => null,
        });
        await Violates(server, "the submit_url accepts the code from the text message: 200 with success true", "200 without success true");
    }

    [Fact]
    public async Task A_mail_that_does_not_come_in_time_decides_nothing()
    {
        await using var server = Server("m.login.email.identity", request => request.Target == $"{Prefix}register/email/requestToken"
            ? FakeAnswer.Json(200, """{"sid":"sid-1"}""")
            : null);
        var register = () => RegisterAsync(server);
        (await register.Should().ThrowAsync<NotCheckedException>()).WithMessage("no mail to *@example.org came within 15 s");
    }

    [Fact]
    public async Task A_mail_without_a_link_to_the_server_is_a_violation()
    {
        await using var server = Server("m.login.email.identity", request => request.Target == $"{Prefix}register/email/requestToken"
            ? Mailed(request, "https://elsewhere.example.org/")
            : null);
        await Violates(server, "the mail to *@example.org has a link to the homeserver", "its links lead elsewhere");
    }

    [Fact]
    public async Task A_request_for_a_mail_that_is_refused_is_a_violation()
    {
        await using var server = Server("m.login.email.identity", request =>
            request.Target == $"{Prefix}register/email/requestToken"
                ? FakeAnswer.Json(403, """{"errcode":"M_THREEPID_DENIED","error":"no"}""")
                : null);
        await Violates(server, "set-up: requestTokenToRegisterEmail should give 200 with a sid", "403 M_THREEPID_DENIED");
    }

    [Fact]
    public void A_stage_is_solved_only_where_its_companion_and_its_person_are()
    {
        var target = Bench.Target(new Uri("http://localhost"));
        var driver = new UiaDriver(UiaDriver.StandardSolvers);
        foreach (var stage in new[] { StageType.Recaptcha, StageType.EmailIdentity, StageType.Msisdn, StageType.Sso })
            driver.SolverOf(stage, new StageContext(null, target)).Should().BeNull(stage.Name);
        var withMail = target with { Companions = new CompanionSet { Mailbox = _mail, TextMessages = _texts } };
        driver.SolverOf(StageType.EmailIdentity, new StageContext(null, withMail) { Call = Bench.Call("register") })
            .Should().BeOfType<EmailStage>();
        driver.SolverOf(StageType.Msisdn, new StageContext(null, withMail)).Should().BeOfType<MsisdnStage>();
        driver.SolverOf(StageType.EmailIdentity, new StageContext(null, withMail) { Call = Bench.Call("changePassword") })
            .Should().BeNull("nobody's address is known");
        driver.SolverOf(StageType.EmailIdentity, new StageContext(null, withMail) { Call = Bench.Call("deleteDevice") })
            .Should().BeNull("no operation validates an address for it");
        var bySso = new Actor("Alice") { Account = new Account("@a:b", "never-used") { HasPassword = false } };
        driver.SolverOf(StageType.Password, new StageContext(bySso, target)).Should().BeNull("the account has no password");
    }

    private async Task Violates(FakeServer server, string expected, string actual)
    {
        var violation = (await ((Func<Task>)(() => RegisterAsync(server))).Should().ThrowAsync<ViolationException>()).Which.Violation;
        violation.Expected.Should().Match(expected);
        violation.Actual.Should().Be(actual);
    }

    private async Task RegisterAsync(FakeServer server)
    {
        await using var run = Bench.Run(
            Bench.Target(server.BaseUrl) with { Companions = new CompanionSet { Mailbox = _mail, TextMessages = _texts } },
            keepAccounts: true);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        await world.Accounts.RegisterAsync(world.Actor("Alice"), "PHONE", false, default);
    }

    private FakeServer Server(string stage, Func<FakeRequest, FakeAnswer?> rest) => FakeServer.Start(request =>
    {
        if (request.Target != $"{Prefix}register")
            return rest(request) ?? FakeAnswer.Json(404, """{"errcode":"M_UNRECOGNIZED","error":"x"}""");
        if (!request.Text.Contains("\"auth\"", StringComparison.Ordinal))
            return FakeAnswer.Json(401, Challenge.Replace("STAGE", stage, StringComparison.Ordinal));
        _answers.Add(request.Text);
        return FakeAnswer.Json(200, """{"user_id":"@alice:example.org","device_id":"PHONE","access_token":"token-of-alice"}""");
    });

    private FakeAnswer Mailed(FakeRequest request, string link)
    {
        var address = JsonNode.Parse(request.Text)!["email"]!.ToString();
        _mail.Add(address, new Uri(new Uri($"http://{request.Header("Host")}"), link));
        return FakeAnswer.Json(200, """{"sid":"sid-1"}""");
    }

    private FakeAnswer Texted(FakeRequest request)
    {
        _texts.Add(JsonNode.Parse(request.Text)!["phone_number"]!.ToString()[1..], "123456");
        return FakeAnswer.Json(200, $$"""{"sid":"sid-1","submit_url":"http://{{request.Header("Host")}}/submit"}""");
    }
}
