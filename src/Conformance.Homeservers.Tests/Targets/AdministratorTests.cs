using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Homeservers.Targets.Administration;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>What an administrator does on a server: HTTP calls, and messages to a room.</summary>
public sealed class AdministratorTests
{
    private static readonly Specification Newest = Specification.LoadEmbedded(Specification.Embedded.Max());

    private readonly Redactor _redactor = new();

    [Fact]
    public async Task A_token_is_made_by_a_call_with_the_administrator_s_token()
    {
        await using var server = FakeServer.Start(request => request.Target == "/tokens/a%2Fb"
            ? FakeAnswer.Json(200, """{"token":"made"}""")
            : FakeAnswer.Json(404, "{}"));
        using var administrator = Of(server, """
            token: mighty
            registration-token: { call: "POST /tokens/{{server_name}}", body: { for: ["{{server_name}}"] }, result: token }
            """);

        (await administrator.MakeRegistrationTokenAsync(default)).Should().Be("made");

        var request = server.Requests.Should().ContainSingle().Which;
        request.Header("Authorization").Should().Be("Bearer mighty");
        JsonNode.Parse(request.Text)!.ToJsonString().Should().Be("""{"for":["a/b"]}""");
        _redactor.Text("made by mighty").Should().NotContain("made ").And.NotContain("mighty");
    }

    [Fact]
    public async Task A_token_of_one_use_is_made_by_a_call_of_its_own()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, """{"token":"made"}"""));
        using var administrator = Of(server, """
            token: mighty
            single-use-token: { call: "POST /tokens", body: { uses: 1 }, result: token }
            """);

        (await administrator.MakeSingleUseTokenAsync(default)).Should().Be("made");
        (await FluentActions.Awaiting(() => administrator.MakeRegistrationTokenAsync(default)).Should().ThrowAsync<SuiteErrorException>())
            .WithMessage("the target file does not say how its administrator makes registration tokens; *");
    }

    [Fact]
    public async Task What_the_file_does_not_say()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var administrator = Of(server, "token: mighty\n");

        (await FluentActions.Awaiting(() => administrator.MakeAsync("alice", "hush", default)).Should().ThrowAsync<SuiteErrorException>())
            .WithMessage("the target file does not say how its administrator makes accounts; check administrator in the target file.");
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_account_takes_several_steps_and_one_login()
    {
        await using var server = FakeServer.Start(request => request.Path switch
        {
            "/_matrix/client/v3/login" => FakeAnswer.Json(
                200, """{"user_id":"@root:a","device_id":"D","access_token":"mighty"}"""),
            _ => FakeAnswer.Json(201, "{}"),
        });
        using var administrator = Of(server, """
            user: root
            password: hush
            create-account:
            - { call: "PUT /users/{{user_id}}", body: { password: "{{password}}" } }
            - { call: "POST /users/{{localpart}}/unlock" }
            """);

        var account = await administrator.MakeAsync("alice", "wonderland", default);
        await administrator.MakeAsync("bob", "builder", default);

        account.Should().BeEquivalentTo(new { UserId = "@alice:a/b", Password = "wonderland" });
        server.Requests.Select(request => $"{request.Method} {request.Target}").Should().Equal(
            "POST /_matrix/client/v3/login", "PUT /users/%40alice%3Aa%2Fb", "POST /users/alice/unlock",
            "PUT /users/%40bob%3Aa%2Fb", "POST /users/bob/unlock");
        server.Requests[1].Text.Should().Be("""{"password":"wonderland"}""");
    }

    [Theory]
    [InlineData(403, """{"errcode":"M_FORBIDDEN"}""", "answers 403 M_FORBIDDEN; check administrator in the target file.")]
    [InlineData(200, """{"token":5}""", "answers without token; check administrator in the target file.")]
    [InlineData(200, "oops", "answers without token; check administrator in the target file.")]
    public async Task A_call_that_fails(int status, string body, string complaint)
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(status, body));
        using var administrator = Of(server, "token: mighty\nregistration-token: { call: POST /tokens, result: token }\n");

        (await FluentActions.Awaiting(() => administrator.MakeRegistrationTokenAsync(default)).Should().ThrowAsync<SuiteErrorException>())
            .WithMessage($"the administrator's POST http://{server.BaseUrl.Authority}/tokens {complaint}");
    }

    [Fact]
    public async Task An_application_service_is_registered_by_a_message_to_a_room_that_the_server_answers()
    {
        var room = new AdministratorsRoom();
        await using var server = FakeServer.Start(room.Answer);
        using var administrator = Of(server, """
            user: conduit
            password: hush
            room: "#admins:{{server_name}}"
            register-application-service: { message: "@conduit: register-appservice\n```\n{{yaml}}\n```", answer: registered with ID }
            """);

        await administrator.RegisterApplicationServiceAsync("id: it\nurl: 'x'\n", default);

        room.Said.Should().Equal("@conduit: register-appservice\n```\nid: it\nurl: 'x'\n```");
        room.Joined.Should().BeTrue();
    }

    [Fact]
    public async Task A_token_may_come_in_the_answer_to_a_message()
    {
        var room = new AdministratorsRoom { Joined = true, Reply = "the token is made-1" };
        await using var server = FakeServer.Start(room.Answer);
        using var administrator = Of(server, """
            token: mighty
            room: "#admins:{{server_name}}"
            registration-token: { message: make, answer: "token is (.+)" }
            """);

        (await administrator.MakeRegistrationTokenAsync(default)).Should().Be("made-1");
        _redactor.Text("made-1").Should().NotContain("made");
    }

    [Fact]
    public async Task A_room_that_answers_something_else()
    {
        var room = new AdministratorsRoom { Reply = "what?" };
        await using var server = FakeServer.Start(room.Answer);
        using var administrator = Of(
            server, "token: mighty\nroom: \"#admins:x\"\nregistration-token: { message: make, answer: \"token is (.+)\" }\n",
            TimeSpan.FromSeconds(0.5));

        (await FluentActions.Awaiting(() => administrator.MakeRegistrationTokenAsync(default)).Should().ThrowAsync<SuiteErrorException>())
            .WithMessage(
                "#admins:x has no answer like \"token is (.+)\" within 0.5 s (1 other messages came); check room, message and answer in the target file.");
    }

    private Administrator Of(FakeServer server, string administrator, TimeSpan? patience = null)
    {
        var indented = string.Join('\n', administrator.TrimEnd('\n').Split('\n').Select(line => $"  {line}"));
        var settings = TargetText.Read($"name: x\nimage: y\nadministrator:\n{indented}\n").Profiles.Single().Administrator!;
        var variables = new VariableSet(new Dictionary<string, string> { ["server_name"] = "a/b" });
        var way = new MatrixClientOptions { BaseUrl = server.BaseUrl, RequestTimeout = patience ?? TimeSpan.FromSeconds(20) };
        return new Administrator(settings, variables, Newest, way, _redactor);
    }

    /// <summary>A server that takes commands in a room: first it repeats a message of its own, then it answers.</summary>
    private sealed class AdministratorsRoom
    {
        private const string Prefix = "/_matrix/client/v3/";
        private int _syncs;

        public ConcurrentQueue<string> Said { get; } = new();

        public bool Joined { get; set; }

        public string Reply { get; init; } = "Appservice registered with ID: it";

        public FakeAnswer Answer(FakeRequest request)
        {
            if (!request.Path.StartsWith(Prefix, StringComparison.Ordinal))
                return FakeAnswer.Json(404, "{}");
            var path = request.Path[Prefix.Length..];
            switch (path)
            {
                case "login":
                    return FakeAnswer.Json(200, """{"user_id":"@conduit:x","device_id":"D","access_token":"mighty"}""");
                case "joined_rooms":
                    return FakeAnswer.Json(200, Joined ? """{"joined_rooms":["!a:x","!r:x"]}""" : """{"joined_rooms":["!a:x"]}""");
                case "rooms/!r:x/join" or "rooms/%21r%3Ax/join":
                    Joined = true;
                    return FakeAnswer.Json(200, """{"room_id":"!r:x"}""");
                case "sync":
                    return Sync(request);
            }

            if (path.StartsWith("directory/room/", StringComparison.Ordinal))
                return FakeAnswer.Json(200, """{"room_id":"!r:x","servers":["x"]}""");
            if (!path.Contains("/send/m.room.message/", StringComparison.Ordinal) || !Joined)
                return FakeAnswer.Json(403, """{"errcode":"M_FORBIDDEN"}""");
            Said.Enqueue(JsonNode.Parse(request.Text)!["body"]!.GetValue<string>());
            return FakeAnswer.Json(200, """{"event_id":"$own"}""");
        }

        // What was said before the message is no answer to it, and neither is the message.
        private FakeAnswer Sync(FakeRequest request)
        {
            string[] events = !request.Target.Contains("since=", StringComparison.Ordinal) ? [Event("$old", Reply)]
                : Interlocked.Increment(ref _syncs) switch
                {
                    1 => [Event("$own", Reply)],
                    2 => [Event("$reply", Reply)],
                    _ => [],
                };
            var timeline = $$"""{"timeline":{"events":[{{string.Join(',', events)}}]} }""";
            return FakeAnswer.Json(200, $$"""{"next_batch":"s{{_syncs}}","rooms":{"join":{"!r:x":{{timeline}} } } }""");
        }

        private static string Event(string id, string body) =>
            $$"""{"type":"m.room.message","event_id":"{{id}}","sender":"@conduit:x","content":{"msgtype":"m.notice","body":"{{body}}"} }""";
    }
}
