using System.Text;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

public sealed class MalformedBodiesTests
{
    private static readonly Specification Specification = Specification.LoadEmbedded(Specification.Embedded.Max());
    private readonly MalformedBodies _bodies = new(Specification, Specification.Version);

    [Fact]
    public void A_required_member_is_left_out() =>
        Of("deleteDevices", MalformedBodyKind.RequiredMemberMissing).Should().Equal("{}");

    [Fact]
    public void What_a_call_lacks_is_made_up_from_the_schema() =>
        Of("add3PID", MalformedBodyKind.RequiredMemberMissing).Should().Equal("""{"sid":"made-up"}""", """{"client_secret":"made-up"}""");

    [Fact]
    public void A_required_member_gets_null_a_scalar_and_a_structure_of_a_wrong_type() =>
        Of("deleteDevices", MalformedBodyKind.RequiredMemberOfWrongType, ("devices", new JsonArray("A"))).Should().Equal(
            """{"devices":null}""", """{"devices":5}""", """{"devices":{}}""", """{"devices":[null]}""", """{"devices":[5]}""",
                """{"devices":[[]]}""");

    [Fact]
    public void An_optional_member_of_a_wrong_type_leaves_auth_alone() =>
        Of("changePassword", MalformedBodyKind.OptionalMemberOfWrongType).Should().Equal(
            """{"new_password":"made-up","logout_devices":null}""", """{"new_password":"made-up","logout_devices":5}""",
                """{"new_password":"made-up","logout_devices":[]}""");

    [Fact]
    public void A_number_that_canonical_JSON_does_not_have_stands_in_a_proper_body() =>
        Of("refresh", MalformedBodyKind.NumberBeyondCanonicalJson, ("refresh_token", "x")).Should().Equal(
            """{"refresh_token":"x","org.example.number":1.5}""", """{"refresh_token":"x","org.example.number":9007199254740993}""");

    [Fact]
    public void The_answer_to_a_challenge_is_no_object() =>
        Of("deleteDevice", MalformedBodyKind.AuthIsNoObject, ("deviceId", "A"))
            .Should().Equal("""{"auth":null}""", """{"auth":5}""", """{"auth":[]}""");

    [Fact]
    public void What_is_no_UTF8_would_be_JSON_otherwise()
    {
        var bodies = _bodies.Of(Call("refresh"), MalformedBodyKind.NoUtf8);

        bodies.Should().HaveCount(3);
        foreach (var body in bodies)
        {
            System.Text.Unicode.Utf8.IsValid(body.Bytes.Span).Should().BeFalse();
            JsonNode.Parse(Encoding.UTF8.GetString(body.Bytes.Span)).Should().BeOfType<JsonObject>();
        }
    }

    [Theory]
    [InlineData(MalformedBodyKind.NoJson, "certainly no JSON", "{\"type\":", "{'type': 'text'}", "{} {}")]
    [InlineData(MalformedBodyKind.NoUtf8, "with the byte FF", "with the byte C3", "with the bytes C0AF")]
    [InlineData(MalformedBodyKind.NoObject, "null", "5", "\"text\"", "true", "[]")]
    [InlineData(MalformedBodyKind.RequiredMemberMissing, "without /sid", "without /client_secret")]
    [InlineData(MalformedBodyKind.AuthIsNoObject, "/auth is null", "/auth is 5", "/auth is []")]
    public void A_body_is_named_for_what_is_wrong_with_it(MalformedBodyKind kind, params string[] names) =>
        _bodies.Of(Call("add3PID"), kind).Select(body => body.Name).Should().BeEquivalentTo(names);

    [Fact]
    public void A_body_without_required_members_leaves_nothing_to_leave_out() =>
        Of("updateDevice", MalformedBodyKind.RequiredMemberMissing, ("deviceId", "A")).Should().BeEmpty();

    [Fact]
    public void An_operation_without_a_body_is_refused()
    {
        var act = () => _bodies.Of(Call("getDevices"), MalformedBodyKind.NoJson);

        act.Should().Throw<SuiteErrorException>()
            .WithMessage("getDevices takes no JSON body that could be malformed; leave it out of the feature.");
    }

    private IEnumerable<string> Of(string operation, MalformedBodyKind kind, params (string Name, JsonNode? Value)[] arguments) =>
        _bodies.Of(Call(operation, arguments), kind).Select(body => Encoding.UTF8.GetString(body.Bytes.Span));

    private static OperationCall Call(string operation, params (string Name, JsonNode? Value)[] arguments) => new()
    {
        Operation = Specification.GetOperation(operation),
        Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal),
    };
}
