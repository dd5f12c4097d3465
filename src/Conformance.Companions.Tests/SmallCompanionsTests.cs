using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>The captcha verifier and the application service.</summary>
public sealed class SmallCompanionsTests(CompanionsFixture companions) : IClassFixture<CompanionsFixture>
{
    [Fact]
    public async Task A_captcha_response_is_good_once_if_it_was_issued()
    {
        var captcha = companions.Servers.Set.Captcha!;
        var solved = captcha.Solve();
        var secret = companions.Servers.Variables["captcha.secret"];
        (await VerifyAsync("wrong", solved)).Should().Be("invalid-input-secret");
        (await VerifyAsync(secret, solved)).Should().BeNull();
        (await VerifyAsync(secret, solved)).Should().Be("invalid-input-response", "it was used");
        (await VerifyAsync(secret, "made-up")).Should().Be("invalid-input-response");
        (await VerifyAsync(secret, "")).Should().Be("missing-input-response");
        (await VerifyAsync("", "x")).Should().Be("missing-input-secret");
        companions.Servers.Variables["captcha.public-key"].Should().Be(captcha.SiteKey);
    }

    [Fact]
    public async Task The_application_service_records_what_the_homeserver_sends()
    {
        var service = companions.Servers.Set.ApplicationService!;
        var token = companions.Servers.Variables["appservice.hs-token"];
        companions.Servers.Variables["appservice.as-token"].Should().Be(service.ApplicationServiceToken);
        (await CallAsync("PUT", "transactions/t-1", """{"events":[]}""", token)).Should().Be((200, "{}"));
        (await CallAsync("POST", "ping", """{"transaction_id":"p"}""", token)).Should().Be((200, "{}"));
        (await CallAsync("GET", "users/%40nobody%3Aexample.org", null, token)).Status.Should().Be(404);
        (await CallAsync("PUT", "transactions/t-2", "{}", "another")).Status.Should().Be(403);
        (await CallAsync("PUT", "transactions/t-3", "{}", null)).Status.Should().Be(401);
        service.Calls.Where(call => call.TransactionId is not null).Select(call => (call.TransactionId, call.IsAuthorised))
            .Should().Equal(("t-1", true), ("t-2", false), ("t-3", false));
        (await service.AwaitAsync(call => call.Path == "/_matrix/app/v1/users/@nobody:example.org", TimeSpan.FromSeconds(5), default))
            .Should().NotBeNull();
        (await service.AwaitAsync(call => call.TransactionId == "t-9", TimeSpan.FromMilliseconds(50), default)).Should().BeNull();
        service.Calls[0].Body!.Value.GetProperty("events").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task What_no_companion_has_is_not_found()
    {
        using var answer = await companions.Http.GetAsync(companions.Url("/elsewhere"));
        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync())
            .Should().Be((404, """{"errcode":"M_UNRECOGNIZED","error":"No companion has this path."}"""));
    }

    private async Task<string?> VerifyAsync(string secret, string response)
    {
        using var form = new FormUrlEncodedContent([new("secret", secret), new("response", response), new("remoteip", "127.0.0.1")]);
        using var answer = await companions.Http.PostAsync(companions.Url("/siteverify"), form);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (bool)body["success"]! ? null : (string)body["error-codes"]![0]!;
    }

    private async Task<(int Status, string Body)> CallAsync(string method, string path, string? json, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), companions.Url($"/_matrix/app/v1/{path}"));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await companions.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
