using System.Text;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.Spec;
using Conformance.Spec.Manifests;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

/// <summary>Every operation that takes JSON refuses what is none, and what is of a wrong type, with the standard error.</summary>
public sealed class MalformedInputTests
{
    private static readonly HashSet<string> Guests = ["register"];

    public static TheoryData<string> Operations
    {
        get
        {
            var data = new TheoryData<string>();
            data.AddRange([.. Served().Select(operation => operation.Id)]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_is_no_JSON_object_is_refused(string operationId)
    {
        await using var server = await StartAsync();
        var operation = TestHomeserver.Specification.GetOperation(operationId);
        var token = await TokenAsync(server, operationId);
        var arguments = Arguments(operation);

        (await server.SendAsync(operation, "{"u8.ToArray(), token, arguments)).Outcome.Should().Be("400 M_NOT_JSON");
        (await server.SendAsync(operation, [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d], token, arguments)).Outcome.Should().Be(
            "400 M_NOT_JSON");
        (await server.SendAsync(operation, "[]"u8.ToArray(), token, arguments)).Outcome.Should().Be("400 M_BAD_JSON");
        (await server.SendAsync(operation, "\"text\""u8.ToArray(), token, arguments)).Outcome.Should().Be("400 M_BAD_JSON");
        (await server.SendAsync(operation, Encoding.UTF8.GetBytes(new string('[', 200)), token, arguments)).Outcome.Should().Be(
            "400 M_NOT_JSON");
        if (operation.Method != "DELETE")
        {
            (await server.SendAsync(operation, [], token, arguments)).Outcome.Should().Be("400 M_NOT_JSON");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_member_of_a_wrong_type_is_refused(string operationId)
    {
        await using var server = await StartAsync();
        var operation = TestHomeserver.Specification.GetOperation(operationId);
        var token = await TokenAsync(server, operationId);

        foreach (var (member, kind) in Members(operation))
        {
            foreach (var wrong in WrongValues(kind))
            {
                var answer = await server.SendAsync(
                    operation, Encoding.UTF8.GetBytes($$"""{"{{member}}": {{wrong}}}"""), token, Arguments(operation));

                // Other members are missing, which may be told first.
                answer.Outcome.Should().BeOneOf(["400 M_BAD_JSON", "400 M_MISSING_PARAM"], $"\"{member}\" is {wrong}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_auth_that_is_no_object_is_refused(string operationId)
    {
        await using var server = await StartAsync();
        var operation = TestHomeserver.Specification.GetOperation(operationId);
        if (!Members(operation).Any(member => member.Name == "auth"))
        {
            return;
        }

        var token = await TokenAsync(server, operationId);
        foreach (var auth in (string[])["null", "[]", "\"text\"", """{"type": 5}""", """{"session": null}"""])
        {
            var answer = await server.SendAsync(operation, Encoding.UTF8.GetBytes($$"""{"auth": {{auth}}}"""), token, Arguments(operation));
            answer.Outcome.Should().Be("400 M_BAD_JSON", $"\"auth\" is {auth}");
        }
    }

    [Fact]
    public async Task Members_of_other_login_types_are_checked_too()
    {
        await using var server = await StartAsync();
        var alice = await server.RegisterAsync();
        foreach (
            var member in (string[])["token", "user", "medium", "address", "device_id", "initial_device_display_name", "refresh_token"])
        {
            var body = new JsonObject
            {
                ["type"] = "m.login.password",
                ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = alice.UserId },
                ["password"] = alice.Password,
                [member] = new JsonArray(),
            };

            (await server.CallAsync("login", body)).Outcome.Should().Be("400 M_BAD_JSON", member);
        }
    }

    private static Task<TestHomeserver> StartAsync() => TestHomeserver.StartAsync(unexpected => new ReferenceServerOptions
    {
        UnexpectedError = unexpected,
        ApplicationService = new() { Id = "irc", Token = "as-token", SenderLocalpart = "bridge", UserNamespace = "@_irc_.*" },
    });

    private static async Task<string?> TokenAsync(TestHomeserver server, string operationId) =>
        operationId == "pingAppservice" ? "as-token" : Guests.Contains(operationId) ? null : (await server.RegisterAsync()).Token;

    private static IEnumerable<Operation> Served() => TestHomeserver.Specification.Operations
        .Where(operation => operation.Api == "client-server" && operation.Request is not null && ServedIds.Contains(operation.Id));

    private static readonly HashSet<string> ServedIds =
    [
        "login", "generateLoginToken", "register", "refresh", "updateDevice", "deleteDevice", "deleteDevices", "changePassword",
            "deactivateAccount", "add3PID",
        "uploadKeys", "queryKeys", "uploadCrossSigningKeys", "pingAppservice",
    ];

    private static (string, string)[] Arguments(Operation operation) =>
        [.. operation.Parameters.Where(parameter => parameter.Location == ParameterLocation.Path)
            .Select(parameter => (parameter.Name, parameter.Name == "appserviceId" ? "irc" : "PHONE"))];

    private static IEnumerable<(string Name, string Kind)> Members(Operation operation)
    {
        var schema = JsonNode.Parse(SpecData.Embedded(TestHomeserver.Specification.Version).Read(operation.Request!.Schema!))!;
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            if (name == "auth")
            {
                yield return (name, "object");
            }
            else if (member?["type"]?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            {
                yield return (name, member["type"]!.GetValue<string>());
            }
        }
    }

    private static IEnumerable<string> WrongValues(string kind) => new Dictionary<string, string>
    {
        ["string"] = "\"text\"",
        ["integer"] = "1",
        ["boolean"] = "true",
        ["object"] = "{}",
        ["array"] = "[]",
        ["null"] = "null",
    }.Where(value => value.Key != kind).Select(value => value.Value);
}
