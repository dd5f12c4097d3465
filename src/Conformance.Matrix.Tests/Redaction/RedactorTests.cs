using System.Text;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Redaction;

/// <summary>No secret leaves, by whatever way.</summary>
public sealed class RedactorTests
{
    private readonly Redactor _redactor = new();

    [Theory]
    [InlineData("""{"access_token":"abcdefgh"}""", """{"access_token":"<access token>"}""")]
    [InlineData("""{"refresh_token" : "abcdefgh"}""", """{"refresh_token" : "<refresh token>"}""")]
    [InlineData("""{"login_token":"abcdefgh"}""", """{"login_token":"<login token>"}""")]
    [InlineData("""{"auth":{"type":"m.login.password","password":"x","session":"y"}}""",
        """{"auth":{"type":"m.login.password","password":"<password>","session":"<session>"}}""")]
    [InlineData("""{"new_password":"x"}""", """{"new_password":"<new password>"}""")]
    [InlineData("""{"a":[{"b":{"token":"x"}}]}""", """{"a":[{"b":{"token":"<token>"}}]}""")]
    [InlineData("""{"client_secret":"x"}""", """{"client_secret":"<client secret>"}""")]
    [InlineData("""{"access_token":12345}""", """{"access_token":<access token>}""")]
    [InlineData("""{"refresh_token":true,"session":null,"token":{"x":1}}""", """{"refresh_token":true,"session":null,"token":{"x":1}}""")]
    [InlineData("""{"access\u005ftoken":"abcdefgh"}""", """{"access\u005ftoken":"<access token>"}""")]
    [InlineData("""{"password":"a\"b"}""", """{"password":"<password>"}""")]
    [InlineData("[]", "[]")]
    [InlineData("", "")]
    public void A_json_body_keeps_its_text_but_for_the_secrets(string body, string masked) => Masked(body).Should().Be(masked);

    [Fact]
    public void A_body_that_stops_being_json_is_masked_all_the_same() =>
        Masked("""{"password":"abc","x":{"session":"def" BROKEN "access_token":"ghi" """)
            .Should().Be("""{"password":"<password>","x":{"session":"<session>" BROKEN "access_token":"<access token>" """);

    [Fact]
    public void A_form_is_masked() => Masked("session=abc&token=def&user=alice").Should().Be("session=<session>&token=<token>&user=alice");

    [Fact]
    public void A_body_that_is_no_text_is_shown_as_far_as_it_is() =>
        _redactor.Body(new byte[] { 0x41, 0xFF, 0x42 }).Should().Be("A\uFFFDB");

    [Theory]
    [InlineData("Authorization", "Bearer abc", "Bearer <access token>")]
    [InlineData("authorization", "abc", "<access token>")]
    [InlineData("Cookie", "a=b; c=d", "<cookie>")]
    [InlineData("Set-Cookie", "a=b", "<cookie>")]
    [InlineData("Accept", "application/json", "application/json")]
    public void A_header_is_masked_by_its_name(string name, string value, string masked) =>
        _redactor.Header(name, value).Should().Be(masked);

    [Theory]
    [InlineData("http://h/x?access_token=abc&user_id=%40a", "http://h/x?access_token=<access token>&user_id=%40a")]
    [InlineData("http://h/auth/m.login.terms/fallback/web?session=abc", "http://h/auth/m.login.terms/fallback/web?session=<session>")]
    [InlineData("http://h/x?login%54oken=abc", "http://h/x?login%54oken=<login token>")]
    [InlineData("http://h/a%2Fb", "http://h/a%2Fb")]
    public void A_query_parameter_is_masked_by_its_name(string url, string masked) =>
        _redactor.Url(new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })).Should().Be(masked);

    [Theory]
    [InlineData("curl -H 'Authorization: Bearer abc.def'", "curl -H 'Authorization: Bearer <access token>'")]
    [InlineData("GET /x?access_token=abc HTTP/1.1", "GET /x?access_token=<access token> HTTP/1.1")]
    [InlineData("""got {"password": "a\"bc", "x": 1}""", """got {"password": "<password>", "x": 1}""")]
    [InlineData("the session is open, the password is wrong", "the session is open, the password is wrong")]
    public void Free_text_is_masked_by_pattern(string text, string masked) => _redactor.Text(text).Should().Be(masked);

    [Fact]
    public void A_known_secret_is_masked_wherever_it_turns_up()
    {
        _redactor.Learn("syt_Ä/b+c=", SecretKind.AccessToken);
        _redactor.Text("x syt_Ä/b+c= y").Should().Be("x <access token> y");
        _redactor.Url(new Uri("http://h/p/syt_%C3%84%2Fb%2Bc%3D/q")).Should().Be("http://h/p/<access token>/q");
        Masked("""{"note":"syt_\u00C4/b\u002Bc="}""").Should().Be("""{"note":"<access token>"}""");
        _redactor.Header("Location", "http://h/?t=syt_%C3%84%2Fb%2Bc%3D").Should().Be("http://h/?t=<access token>");
    }

    [Fact]
    public void Of_two_secrets_at_one_place_the_longer_is_masked()
    {
        _redactor.Learn("abcdef", SecretKind.Password);
        _redactor.Learn("abcdefgh", SecretKind.AccessToken);
        _redactor.Text("abcdefgh abcdef").Should().Be("<access token> <password>");
    }

    [Fact]
    public void The_secrets_of_an_answer_are_learned()
    {
        var body =
            Encoding.UTF8.GetBytes("""{"access_token":"token-of-alice","deep":[{"session":"session-of-alice"}],"refresh_token":"short"}""");
        _redactor.Learn(new RecordedResponse(200, [], body) { Json = ServerJson.Read(body) });
        _redactor.Text("token-of-alice session-of-alice short").Should().Be("<access token> <session> short");
    }

    [Fact]
    public void A_value_too_short_to_be_told_from_a_word_is_only_masked_by_its_name()
    {
        _redactor.Learn("abc", SecretKind.Password);
        _redactor.Text("abc").Should().Be("abc");
        Masked("""{"password":"abc"}""").Should().Be("""{"password":"<password>"}""");
    }

    [Theory]
    [InlineData("%74%6f%6b%65%6E%2d%6f%66%2d%61%6c%69%63%65")]
    [InlineData("tok%65n-of-alic%65")]
    [InlineData(@"\u0074\u006f\u006b\u0065\u006E\u002d\u006f\u0066\u002d\u0061\u006c\u0069\u0063\u0065")]
    [InlineData("dG9rZW4tb2YtYWxpY2U=")]
    [InlineData("QmVhcmVyIHRva2VuLW9mLWFsaWNlIA")]
    public void A_secret_that_a_server_has_encoded_is_masked(string encoded)
    {
        _redactor.Learn("token-of-alice", SecretKind.AccessToken);
        _redactor.Text($"it was {encoded}, or was it").Should().Be("it was <access token>, or was it");
        Masked($$"""{"error":"it was {{encoded}}"}""").Should().Be("""{"error":"it was <access token>"}""");
    }

    [Fact]
    public void What_only_looks_encoded_stays()
    {
        _redactor.Learn("token-of-alice", SecretKind.AccessToken);
        const string Text = "@a%20b:example.org \\u00e9t\u00e9 c29tZXRoaW5nIGVsc2U= %zz %e9 features/devices/listing.feature";
        _redactor.Text(Text).Should().Be(Text);
    }

    [Fact]
    public void Thousands_of_secrets_do_not_slow_a_text_down()
    {
        for (var number = 0; number < 20_000; number++)
            _redactor.Learn($"syt_secret_number_{number:D6}", SecretKind.AccessToken);
        var text = string.Concat(Enumerable.Repeat("nothing to hide here; ", 5000)) + "syt_secret_number_019999";
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        _redactor.Text(text).Should().EndWith("<access token>");
        System.Diagnostics.Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    private string Masked(string body) => _redactor.Body(Encoding.UTF8.GetBytes(body));
}
