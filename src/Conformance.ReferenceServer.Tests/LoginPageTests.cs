using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class LoginPageTests
{
    private const string Path = "/_matrix/static/client/login/";

    [Fact]
    public async Task The_page_hands_the_response_of_the_login_to_the_client()
    {
        await using var server = await TestHomeserver.StartAsync();
        await server.RegisterAsync(username: "alice");

        var page = await server.SendAsync("GET", Path);
        var done = await SubmitAsync(
            server, "?device_id=X%3C%2Fscript%3E&initial_device_display_name=Page&password=evil", "user=alice&password=correct+horse");

        page.Status.Should().Be(200);
        page.MediaType.Should().Be("text/html");
        page.Text.Should().Contain("<form method=\"post\">").And.Contain("name=\"password\"");
        done.Status.Should().Be(200);
        Regex.Count(done.Text, "</script>").Should().Be(1, "nothing in the response ends the script");
        using var response = JsonDocument.Parse(Regex.Match(done.Text, @"window\.matrixLogin\.onLogin\((.*)\);").Groups[1].Value);
        response.RootElement.GetProperty("user_id").GetString().Should().Be("@alice:localhost");
        response.RootElement.GetProperty("device_id").GetString().Should().Be("X</script>");
        (await server.CallAsync("getTokenOwner", token: response.RootElement.GetProperty("access_token").GetString())).Outcome.Should().Be(
            "200");
    }

    [Fact]
    public async Task A_wrong_password_shows_the_form_again()
    {
        await using var server = await TestHomeserver.StartAsync();
        await server.RegisterAsync(username: "alice");

        var answer = await SubmitAsync(server, "", "user=alice&password=wrong");

        answer.Status.Should().Be(403);
        answer.Text.Should().Contain("<p role=\"alert\">The user or the password is wrong.</p>").And.NotContain("onLogin");
    }

    private static Task<Answer> SubmitAsync(TestHomeserver server, string query, string form) =>
        server.SendAsync("POST", Path + query, Encoding.UTF8.GetBytes(form), contentType: "application/x-www-form-urlencoded");
}
