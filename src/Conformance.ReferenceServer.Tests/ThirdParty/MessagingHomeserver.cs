using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.ReferenceServer.Configuration;
using FluentAssertions;

namespace Conformance.ReferenceServer.Tests.ThirdParty;

/// <summary>A reference homeserver with a mail server and an identity server.</summary>
internal sealed class MessagingHomeserver : IAsyncDisposable
{
    public const string Secret = "s3cret";
    public const string DeniedDomain = "denied.example.org";

    private MessagingHomeserver(TestHomeserver server, FakeMailServer mail, FakeIdentityServer identity)
    {
        Server = server;
        Mail = mail;
        Identity = identity;
    }

    public TestHomeserver Server { get; }

    public FakeMailServer Mail { get; }

    public FakeIdentityServer Identity { get; }

    public static async Task<MessagingHomeserver> StartAsync(TimeProvider? clock = null, string? fault = null)
    {
        var (mail, identity) = (new FakeMailServer(), new FakeIdentityServer());
        var server = await TestHomeserver.StartAsync(unexpected => new ReferenceServerOptions
        {
            Mail = new MailServer("127.0.0.1", mail.Port),
            IdentityServer = identity.Url,
            RegistrationFlows = [["m.login.dummy"], ["m.login.email.identity"], ["m.login.msisdn"]],
            PermittedIdentifiers = [new("email", new Regex($"(?<!@{DeniedDomain})$")), new("msisdn", new Regex("^44"))],
            Clock = clock ?? TimeProvider.System,
            Faults = fault is null ? [] : [fault],
            UnexpectedError = unexpected,
        });
        return new MessagingHomeserver(server, mail, identity);
    }

    /// <summary>Asks for a message to an address, which is a phone number of Great Britain if it has no at sign.</summary>
    public Task<Answer> RequestAsync(string family, string address, string secret = Secret, long attempt = 1, string? nextLink = null)
    {
        var isEmail = address.Contains('@', StringComparison.Ordinal);
        var body =
            new JsonObject { ["client_secret"] = secret, ["send_attempt"] = attempt, [isEmail ? "email" : "phone_number"] = address };
        if (!isEmail)
            body["country"] = "GB";
        if (nextLink is not null)
            body["next_link"] = nextLink;
        return Server.CallAsync($"requestToken{family}{(isEmail ? "Email" : "MSISDN")}", body);
    }

    /// <summary>Follows a link of a mail.</summary>
    public Task<Answer> FollowAsync(Uri link) => Server.SendAsync("GET", link.PathAndQuery);

    /// <summary>Hands in the token of a text message.</summary>
    public Task<Answer> SubmitAsync(Answer requested, string token = FakeIdentityServer.Token, string secret = Secret) => Server.SendAsync(
        "POST", new Uri(requested["submit_url"]!).PathAndQuery,
        Encoding.UTF8.GetBytes(
            new JsonObject { ["sid"] = requested["sid"], ["client_secret"] = secret, ["token"] = token }.ToJsonString()));

    /// <summary>Has an address validated.</summary>
    public async Task<Answer> ValidateAsync(string family, string address, string secret = Secret)
    {
        var requested = await RequestAsync(family, address, secret);
        requested.Status.Should().Be(200, requested.Text);
        var done = address.Contains('@', StringComparison.Ordinal)
            ? await FollowAsync(Mail.LinksTo(address)[^1])
            : await SubmitAsync(requested, secret: secret);
        done.Status.Should().Be(200, done.Text);
        return requested;
    }

    /// <summary>Adds an identifier to an account.</summary>
    public async Task<Answer> AddAsync(TestUser user, string address, string secret = Secret) =>
        await Server.AuthenticateAsync("add3PID", Credentials(await ValidateAsync("To3PID", address, secret), secret), user);

    /// <summary>The credentials of a session.</summary>
    public static JsonObject Credentials(Answer requested, string secret = Secret) =>
        new() { ["sid"] = requested["sid"], ["client_secret"] = secret };

    /// <summary>Calls an operation without a token, and answers the stage of an identifier.</summary>
    public async Task<Answer> ProveAsync(string operationId, JsonObject body, string stage, JsonObject credentials)
    {
        var challenge = await Server.CallAsync(operationId, body);
        var auth = new JsonObject { ["type"] = stage, ["threepid_creds"] = credentials.DeepClone(), ["session"] = challenge["session"] };
        return await Server.CallAsync(operationId, TestHomeserver.WithAuth(body, auth));
    }

    /// <summary>Media and addresses of an account.</summary>
    public async Task<string[]> IdentifiersAsync(TestUser user) =>
        [.. (await Server.CallAsync("getAccount3PIDs", token: user.Token)).Json.GetProperty("threepids").EnumerateArray()
            .Select(entry => $"{entry.GetProperty("medium").GetString()} {entry.GetProperty("address").GetString()}")];

    /// <summary>The outcome of a login by password.</summary>
    public async Task<string> LogInAsync(object identifier, string password) =>
        (await Server.CallAsync("login", new { type = "m.login.password", identifier, password })).Outcome;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Identity.DisposeAsync();
        await Mail.DisposeAsync();
    }
}
