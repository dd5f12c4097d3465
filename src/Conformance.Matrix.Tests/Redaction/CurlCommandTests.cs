using System.Diagnostics;
using System.Text;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Redaction;

/// <summary>The curl line that repeats a request.</summary>
public sealed class CurlCommandTests
{
    private readonly Redactor _redactor = new();

    [Fact]
    public void Secrets_are_variables_and_the_rest_is_quoted()
    {
        var request = Request(
            "DELETE",
            "http://localhost:8008/_matrix/client/v3/devices/a%2Fb",
            """{"auth":{"type":"m.login.password","password":"it's","session":"s1"}}""",
            ("Authorization", "Bearer syt_abc"),
            ("Content-Type", "application/json"),
            ("User-Agent", "Conformance"));
        CurlCommand.For(request, _redactor).Should().Be(
            """curl -sS -i -g --path-as-is -X 'DELETE' -H 'Authorization: Bearer '"$TOKEN" -H 'Content-Type: application/json' --data-raw '{"auth":{"type":"m.login.password","password":"'"$PASSWORD"'","session":"'"$UIA_SESSION"'"}}' 'http://localhost:8008/_matrix/client/v3/devices/a%2Fb'""");
    }

    [Fact]
    public void A_body_of_more_lines_still_gives_one_line() =>
        CurlCommand.For(Request("POST", "http://h/", "{\n\"token\": \"t-1\"}\n"), _redactor)
            .Should().Be(
                """printf '{\012"token": "%s"}\012' "$REGISTRATION_TOKEN" | curl -sS -i -g --path-as-is -X 'POST' -H 'Content-Type:' --data-binary @- 'http://h/'""");

    [Theory]
    [InlineData("""{"new_password":"x","auth":{"password":"y"}}""", "NEW_PASSWORD", "PASSWORD")]
    [InlineData("""{"sid":"x","client_secret":"y"}""", "SID", "CLIENT_SECRET")]
    [InlineData("""{"token":"x","login_token":"y"}""", "REGISTRATION_TOKEN", "LOGIN_TOKEN")]
    [InlineData("""{"id_access_token":"x","guest_access_token":"y"}""", "ID_ACCESS_TOKEN", "GUEST_TOKEN")]
    [InlineData("""{"as_token":"x","hs_token":"y"}""", "AS_TOKEN", "HS_TOKEN")]
    public void Each_kind_of_secret_has_a_variable_of_its_own(string body, string first, string second) =>
        CurlCommand.For(Request("POST", "http://h/", body), _redactor)
            .Should().Contain($"\"${first}\"").And.Contain($"\"${second}\"");

    [Fact]
    public void The_token_of_a_service_is_no_users()
    {
        _redactor.Learn("the-token-of-a-service", SecretKind.ServiceToken);

        CurlCommand.For(Request("GET", "http://h/?ticket=abc", "", ("Authorization", "Bearer the-token-of-a-service")), _redactor)
            .Should().Contain("""-H 'Authorization: Bearer '"$AS_TOKEN" """).And.EndWith("""'http://h/?ticket='"$CAS_TICKET" """.TrimEnd());
    }

    [SkippableTheory]
    [InlineData("{\"display_name\":\"it's $HOME `x` \\\\ \\\" % ü 🐈\"}")]
    [InlineData("line\r\nline\n")]
    [InlineData("'")]
    [InlineData("%s \\n 100%")]
    public async Task The_shell_makes_the_same_request_of_it(string body) => await SameRequestAsync(Encoding.UTF8.GetBytes(body));

    [SkippableFact]
    public async Task Even_bytes_that_are_no_text_come_through() =>
        await SameRequestAsync([0x7B, 0xFF, 0x00, 0x27, 0x25, 0x5C, 0x0A, 0x80]);

    /// <summary>Runs the line in a real shell with a curl of our own that shows its arguments and its input.</summary>
    private async Task SameRequestAsync(byte[] body)
    {
        Skip.IfNot(File.Exists("/bin/sh"), "there is no POSIX shell here");
        const string url = "http://localhost/_matrix/client/v3/devices/it%27s?session=abc&x=%24y";
        var request =
            new RecordedRequest("PUT", new Uri(url), [new("Authorization", "Bearer abc"), new("Content-Type", "application/json")], body);
        var script = $$"""
            curl() { for argument in "$@"; do printf '%s\0' "$argument"; if [ "$argument" = "@-" ]; then cat; printf '\0'; fi; done; }
            TOKEN=the-token UIA_SESSION=the-session
            {{CurlCommand.For(request, _redactor)}}
            """;
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await shell.StandardInput.WriteAsync(script);
        shell.StandardInput.Close();
        using var output = new MemoryStream();
        await shell.StandardOutput.BaseStream.CopyToAsync(output);
        await shell.WaitForExitAsync();
        byte[] expected = [
            .. Arguments("-sS", "-i", "-g", "--path-as-is", "-X", "PUT", "-H", "Authorization: Bearer the-token", "-H",
                "Content-Type: application/json"),
            .. IsOneLine(body) ? Arguments("--data-raw") : Arguments("--data-binary", "@-"),
            .. body,
            0,
            .. Arguments("http://localhost/_matrix/client/v3/devices/it%27s?session=the-session&x=%24y"),
        ];
        output.ToArray().Should().Equal(expected);
    }

    private static bool IsOneLine(byte[] body) => !body.Contains((byte)'\n') && !body.Contains((byte)0xFF);

    private static byte[] Arguments(params string[] arguments) =>
        Encoding.UTF8.GetBytes(string.Concat(arguments.Select(argument => argument + '\0')));

    private static RecordedRequest Request(string method, string url, string body, params (string Name, string Value)[] headers) =>
        new(method, new Uri(url), [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
            Encoding.UTF8.GetBytes(body));
}
