
namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of logins, logouts, tokens and guests.</summary>
internal static class SessionFaultProbes
{
    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["wrong-password-is-unauthorized"] = new(RefusedLoginsAsync, "403 M_FORBIDDEN, 403 M_FORBIDDEN", "401 M_FORBIDDEN, 401 M_FORBIDDEN"),
        ["unknown-user-is-not-found"] = new(RefusedLoginsAsync, "403 M_FORBIDDEN, 403 M_FORBIDDEN", "403 M_FORBIDDEN, 404 M_NOT_FOUND"),
        ["invalid-login-token-is-unknown"] = new(
            async server => (await server.CallAsync("login", new { type = "m.login.token", token = "nonsense" })).Outcome, "403 M_FORBIDDEN", "401 M_UNKNOWN_TOKEN"),
        ["login-token-works-twice"] = new(LoginTokenTwiceAsync, "200, 403 M_FORBIDDEN", "200, 200"),
        ["earlier-tokens-of-the-device-survive"] = new(EarlierTokensAsync, "401 M_UNKNOWN_TOKEN, 401 M_UNKNOWN_TOKEN", "200, 401 M_UNKNOWN_TOKEN"),
        ["earlier-refresh-tokens-of-the-device-survive"] = new(EarlierTokensAsync, "401 M_UNKNOWN_TOKEN, 401 M_UNKNOWN_TOKEN", "401 M_UNKNOWN_TOKEN, 200"),
        ["expired-token-is-not-said-to-be-soft"] = new(ExpiredTokenAsync, "401 M_UNKNOWN_TOKEN True", "401 M_UNKNOWN_TOKEN ")
        {
            Start = fault => TestHomeserver.StartAsync(_ => new ReferenceServerOptions { Faults = fault is null ? [] : [fault], AccessTokenLifetime = TimeSpan.Zero }),
        },
        ["refresh-token-works-once"] = new(RefreshAsync, "200 200, 401 M_UNKNOWN_TOKEN", "200 401 M_UNKNOWN_TOKEN, 401 M_UNKNOWN_TOKEN"),
        ["new-access-token-revokes-nothing"] = new(RefreshAsync, "200 200, 401 M_UNKNOWN_TOKEN", "200 200, 200"),
        ["unknown-refresh-token-is-forbidden"] = new(
            async server => (await server.CallAsync("refresh", new { refresh_token = "nope" })).Outcome, "401 M_UNKNOWN_TOKEN", "403 M_FORBIDDEN"),
        ["logged-out-token-survives"] = new(LogoutAsync, "401 M_UNKNOWN_TOKEN, @user1:localhost LAPTOP", "@user1:localhost PHONE, @user1:localhost LAPTOP"),
        ["logout-ends-every-session"] = new(LogoutAsync, "401 M_UNKNOWN_TOKEN, @user1:localhost LAPTOP", "401 M_UNKNOWN_TOKEN, 401 M_UNKNOWN_TOKEN"),
        ["logout-everywhere-spares-the-caller"] = new(LogoutOfAllAsync, "401 M_UNKNOWN_TOKEN, 401 M_UNKNOWN_TOKEN", "@user1:localhost PHONE, 401 M_UNKNOWN_TOKEN"),
        ["guest-is-not-told-so"] = new(
            async server => (await server.CallAsync("getTokenOwner", token: (await server.CallAsync("register", arguments: ("kind", "guest")))["access_token"]))["is_guest"]!, "True", "False"),
        ["token-owner-has-no-device"] = new(async server => await server.WhoAmIAsync(await server.RegisterAsync()), "@user1:localhost PHONE", "@user1:localhost "),
    };

    private static async Task<string> RefusedLoginsAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        var wrong = await server.CallAsync("login", new { type = "m.login.password", identifier = alice.Identifier, password = "wrong" });
        var nobody = await server.CallAsync("login", new { type = "m.login.password", identifier = new { type = "m.id.user", user = "nobody" }, password = "wrong" });
        return $"{wrong.Outcome}, {nobody.Outcome}";
    }

    private static async Task<string> LoginTokenTwiceAsync(TestHomeserver server)
    {
        var token = (await server.AuthenticateAsync("generateLoginToken", null, await server.RegisterAsync()))["login_token"];
        var first = await server.CallAsync("login", new { type = "m.login.token", token });
        var second = await server.CallAsync("login", new { type = "m.login.token", token });
        return $"{first.Outcome}, {second.Outcome}";
    }

    private static async Task<string> EarlierTokensAsync(TestHomeserver server)
    {
        var first = await server.RegisterAsync(refreshToken: true);
        await server.LogInAsync(first, first.DeviceId);
        var owner = await server.CallAsync("getTokenOwner", token: first.Token);
        var refreshed = await server.CallAsync("refresh", new { refresh_token = first.RefreshToken });
        return $"{owner.Outcome}, {refreshed.Outcome}";
    }

    private static async Task<string> ExpiredTokenAsync(TestHomeserver server)
    {
        var answer = await server.CallAsync("getTokenOwner", token: (await server.RegisterAsync(refreshToken: true)).Token);
        return $"{answer.Outcome} {answer["soft_logout"]}";
    }

    // Twice by the same refresh token; then once more, after the use of what came of it.
    private static async Task<string> RefreshAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync(refreshToken: true);
        var first = await server.CallAsync("refresh", new { refresh_token = alice.RefreshToken });
        var second = await server.CallAsync("refresh", new { refresh_token = alice.RefreshToken });
        await server.CallAsync("getTokenOwner", token: first["access_token"]);
        var third = await server.CallAsync("refresh", new { refresh_token = alice.RefreshToken });
        return $"{first.Outcome} {second.Outcome}, {third.Outcome}";
    }

    private static async Task<string> LogoutAsync(TestHomeserver server)
    {
        var phone = await server.RegisterAsync();
        var laptop = await server.LogInAsync(phone, "LAPTOP");
        await server.CallAsync("logout", token: phone.Token);
        return $"{await server.WhoAmIAsync(phone)}, {await server.WhoAmIAsync(laptop)}";
    }

    private static async Task<string> LogoutOfAllAsync(TestHomeserver server)
    {
        var phone = await server.RegisterAsync();
        var laptop = await server.LogInAsync(phone, "LAPTOP");
        await server.CallAsync("logout_all", token: phone.Token);
        return $"{await server.WhoAmIAsync(phone)}, {await server.WhoAmIAsync(laptop)}";
    }
}
