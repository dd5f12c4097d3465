using System.Text.RegularExpressions;
using System.Web;

namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of single sign-on and captchas.</summary>
internal static class SignOnFaultProbes
{
    private const string Start = "/_matrix/client/v3/login/sso/redirect";
    private const string Client = "https://client.example.org/cb";

    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["unknown-provider-is-taken"] = Probe(async (server, _) => (await server.SendAsync("GET", $"{Start}/nope?redirectUrl={Client}")).Outcome, "404 M_NOT_FOUND", "302"),
        ["sign-on-needs-no-return-url"] = Probe(async (server, _) => (await server.SendAsync("GET", Start)).Outcome, "400 M_MISSING_PARAM", "302"),
        ["old-login-token-stays"] = Probe(OldTokenAsync, "a=1&loginToken", "a=1&loginToken=old&loginToken"),
        ["every-sign-on-is-a-new-user"] = Probe(TwiceAsync, "@anna:localhost @anna:localhost", "@anna:localhost @anna2:localhost"),
        ["sign-on-token-logs-nobody-in"] = Probe(async (server, cas) => (await LogInAsync(server, cas, "anna")).Outcome, "200", "403 M_FORBIDDEN"),
        ["sign-on-stage-does-not-count"] = Probe((server, cas) => StageAsync(server, cas, "anna"), "done, 200", "done, 401"),
        ["sign-on-stage-page-tells-nobody"] = Probe((server, cas) => StageAsync(server, cas, "anna"), "done, 200", "not done, 200"),
        ["anybody-passes-the-sign-on-stage"] = Probe((server, cas) => StageAsync(server, cas, "bob"), "not done, 401", "done, 200"),
        ["identity-provider-without-name"] = Probe(
            ProvidersAsync, """[{"id":"cas","name":"Central Authentication Service"}]""", """[{"id":"cas"}]"""),
        ["identity-provider-id-is-a-name"] = Probe(
            ProvidersAsync,
            """[{"id":"cas","name":"Central Authentication Service"}]""",
            """[{"id":"Central Authentication Service","name":"Central Authentication Service"}]"""),
        ["wrong-captcha-counts"] = Captcha("false", "401 M_CAPTCHA_INVALID", "200"),
        ["right-captcha-fails"] = Captcha("true", "200", "401 M_CAPTCHA_INVALID"),
    };

    private static FaultProbe Probe(Func<TestHomeserver, FakeCas, Task<string>> ask, string conforming, string faulty)
    {
        FakeCas? cas = null;
        return new FaultProbe(server => ask(server, cas!), conforming, faulty)
        {
            Start = fault =>
            {
                cas ??= new FakeCas();
                return TestHomeserver.StartAsync(_ => new ReferenceServerOptions
                {
                    Faults = fault is null ? [] : [fault],
                    SingleSignOn = new SingleSignOnProvider { CasUrl = cas.Url, TrustedRedirects = [Client] },
                    AuthenticationFlows = [["m.login.password"], ["m.login.sso"]],
                });
            },
        };
    }

    private static FaultProbe Captcha(string success, string conforming, string faulty) => new(AnswerCaptchaAsync, conforming, faulty)
    {
        Start = fault => TestHomeserver.StartAsync(_ => new ReferenceServerOptions
        {
            Faults = fault is null ? [] : [fault],
            RegistrationFlows = [["m.login.recaptcha"]],
            Captcha = new CaptchaService
            {
                PublicKey = "site-key",
                Secret = "site-secret",
                VerifyUrl = Conformance.Testing.Wire.FakeServer.Start(_ => Conformance.Testing.Wire.FakeAnswer.Json(200, $$"""{"success": {{success}} }""")).BaseUrl,
            },
        }),
    };

    private static async Task<string> AnswerCaptchaAsync(TestHomeserver server)
    {
        var session = (await server.CallAsync("register", new { }))["session"];
        return (await server.CallAsync("register", new { auth = new { type = "m.login.recaptcha", session, response = "any" } })).Outcome;
    }

    private static async Task<string> ProvidersAsync(TestHomeserver server, FakeCas cas) => (await server.CallAsync("getLoginFlows")).Json.GetProperty("flows").EnumerateArray()
        .Single(flow => flow.GetProperty("type").GetString() == "m.login.sso").GetProperty("identity_providers").GetRawText();

    private static async Task<string> OldTokenAsync(TestHomeserver server, FakeCas cas)
    {
        var returned = await ReturnAsync(server, cas, "anna", $"{Client}?a=1&loginToken=old");
        var query = new Uri(returned.Location!).Query[1..];
        return query[..query.LastIndexOf('=')];
    }

    private static async Task<string> TwiceAsync(TestHomeserver server, FakeCas cas) =>
        $"{(await LogInAsync(server, cas, "anna"))["user_id"]} {(await LogInAsync(server, cas, "anna"))["user_id"]}";

    private static async Task<string> StageAsync(TestHomeserver server, FakeCas cas, string person)
    {
        var token = (await LogInAsync(server, cas, "anna"))["access_token"];
        await LogInAsync(server, cas, "bob");
        var session = (await server.CallAsync("deleteDevice", token: token, arguments: ("deviceId", "PHONE")))["session"];
        var page = await server.SendAsync("GET", $"/_matrix/client/v3/auth/m.login.sso/fallback/web?session={session}");
        var link = HttpUtility.HtmlDecode(Regex.Match(page.Text, "href=\"([^\"]*)\"").Groups[1].Value);
        var done = await server.SendAsync("GET", cas.TicketFor(person, link), cookie: page.Cookie);
        var polled = await server.CallAsync("deleteDevice", new { auth = new { session } }, token, ("deviceId", "PHONE"));
        return $"{(done.Text.Contains("onAuthDone", StringComparison.Ordinal) ? "done" : "not done")}, {polled.Outcome}";
    }

    private static async Task<Answer> LogInAsync(TestHomeserver server, FakeCas cas, string person)
    {
        var returned = await ReturnAsync(server, cas, person, Client);
        return await server.CallAsync("login", new { type = "m.login.token", token = HttpUtility.ParseQueryString(new Uri(returned.Location!).Query)["loginToken"] });
    }

    private static async Task<Answer> ReturnAsync(TestHomeserver server, FakeCas cas, string person, string redirectUrl)
    {
        var begun = await server.SendAsync("GET", $"{Start}?redirectUrl={Uri.EscapeDataString(redirectUrl)}");
        return await server.SendAsync("GET", cas.TicketFor(person, begun.Location!), cookie: begun.Cookie);
    }
}
