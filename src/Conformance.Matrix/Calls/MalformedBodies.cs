using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Spec.Schemas;

namespace Conformance.Matrix.Calls;

/// <summary>
/// Makes malformed bodies out of a proper one: each differs from it in one point. What is proper and what can be wrong is read from the
/// operation's
/// request schema, so that no operation needs a list of its own.
/// </summary>
/// <param name="specification">The specification that has the request schemas.</param>
/// <param name="underTest">The version under test: members that came later are left alone.</param>
public sealed class MalformedBodies(Specification specification, SpecVersion underTest)
{
    private const string AuthMember = "auth";
    private const string Extra = "org.example.number";
    private static readonly string[] Fragments = ["certainly no JSON", "{\"type\":", "{'type': 'text'}", "{} {}"];
    // A fraction, and 2^53 + 1.
    private static readonly string[] Numbers = ["1.5", "9007199254740993"];
    private static readonly string[] NoObjects = ["null", "5", "\"text\"", "true", "[]"];

    /// <summary>One value of every JSON type; a member gets those that its schema refuses: null, the first scalar and the first
    /// structure.</summary>
    private static readonly string[][] Types = [["null"], ["5", "\"text\"", "true"], ["[]", "{}"]];

    /// <summary>The bodies of a kind. Empty where the schema leaves nothing to do wrong, e.g. because it requires no member.</summary>
    /// <param name="call">The call; what its arguments leave out of a proper body is made up.</param>
    /// <param name="kind">What must be wrong.</param>
    /// <exception cref="SuiteErrorException">The operation takes no JSON body.</exception>
    public IReadOnlyList<MalformedBody> Of(OperationCall call, MalformedBodyKind kind)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (specification.RequestSchema(call.Operation, underTest) is null)
            throw new SuiteErrorException(
                $"{call.Operation.Id} takes no JSON body that could be malformed",
                "leave it out of the feature.");
        var proper = ProperBody(call);
        return kind switch
        {
            MalformedBodyKind.NoJson => [.. Fragments.Select(AsText)],
            MalformedBodyKind.NoUtf8 => [.. NoUtf8(proper)],
            MalformedBodyKind.NumberBeyondCanonicalJson =>
                [.. Numbers.Select(number => new MalformedBody($"with {number}", Bytes(With(proper, [Extra], JsonNode.Parse(number)))))],
            MalformedBodyKind.NoObject => [.. NoObjects.Select(AsText)],
            MalformedBodyKind.AuthIsNoObject => [.. WrongTypes(call.Operation, proper, [AuthMember])],
            MalformedBodyKind.RequiredMemberMissing =>
                [.. Members(call.Operation, proper)
                    .Where(member => Parent(proper, member) is JsonObject && IsRequired(call.Operation, proper, member))
                    .Select(member => new MalformedBody($"without {Pointer(member)}", Bytes(Without(proper, member))))],
            _ => [.. Members(call.Operation, proper)
                .Where(member => member[0] != AuthMember
                    && IsRequired(call.Operation, proper, member) == (kind == MalformedBodyKind.RequiredMemberOfWrongType))
                .SelectMany(member => WrongTypes(call.Operation, proper, member))],
        };
    }

    /// <summary>What the call gives, and made-up values for what it lacks.</summary>
    private JsonObject ProperBody(OperationCall call)
    {
        var elsewhere = call.Operation.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var body = specification.SampleRequest(call.Operation) ?? [];
        foreach (var (name, value) in call.Arguments.Where(argument => !elsewhere.Contains(argument.Key)))
            body[name] = value?.DeepClone();
        return body;
    }

    /// <summary>The members that the schema documents, down to where the proper body has objects and lists.</summary>
    private IEnumerable<string[]> Members(Operation operation, JsonObject proper) =>
        specification.RequestPlaces(operation, underTest)!.All
            .Where(place => place.Kind == PlaceKind.Member)
            .Select(place => place.Name[1..].Split('/')
                .Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray())
            .Where(member => Parent(proper, member) switch
            {
                JsonObject => member[^1] != "*",
                JsonArray { Count: > 0 } => member[^1] == "*",
                _ => false,
            });

    private bool IsRequired(Operation operation, JsonObject proper, string[] member) =>
        Parent(proper, member) is JsonArray
            || (Parent(proper, member) is JsonObject parent && parent.ContainsKey(member[^1])
                && !IsValid(operation, Without(proper, member)));

    private IEnumerable<MalformedBody> WrongTypes(Operation operation, JsonObject proper, string[] member) =>
        from type in Types
        let wrong = type.Select(value => (Value: value, Body: With(proper, member, JsonNode.Parse(value))))
            .FirstOrDefault(candidate => !IsValid(operation, candidate.Body))
        where wrong.Body is not null
        select new MalformedBody($"{Pointer(member)} is {wrong.Value}", Bytes(wrong.Body));

    private static MalformedBody AsText(string text) => new(text, Encoding.UTF8.GetBytes(text));

    private static string Pointer(string[] member) => string.Concat(member.Select(name =>
        $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"));

    private static IEnumerable<MalformedBody> NoUtf8(JsonObject proper)
    {
        // A byte that is never UTF-8, one that wants another after it, and an overlong form.
        foreach (var bytes in new byte[][] { [0xFF], [0xC3], [0xC0, 0xAF] })
        {
            var text = Encoding.UTF8.GetString(Bytes(proper).Span).TrimEnd('}');
            var before = Encoding.UTF8.GetBytes($"{text}{(proper.Count > 0 ? "," : "")}\"org.example.text\":\"");
            byte[] body = [.. before, .. bytes, .. "\"}"u8];
            yield return new MalformedBody($"with the {(bytes.Length == 1 ? "byte" : "bytes")} {Convert.ToHexString(bytes)}", body);
        }
    }

    private bool IsValid(Operation operation, JsonObject body) =>
        specification.RequestSchema(operation, underTest)!.IsValid(Bytes(body).Span);

    private static JsonNode? Parent(JsonObject body, string[] member)
    {
        JsonNode? node = body;
        foreach (var name in member.AsSpan()[..^1])
        {
            node = node switch
            {
                JsonObject owner => owner[name],
                JsonArray { Count: > 0 } list when name == "*" => list[0],
                _ => null,
            };
        }

        return node;
    }

    private static JsonObject With(JsonObject body, string[] member, JsonNode? value)
    {
        var copy = (JsonObject)body.DeepClone();
        if (Parent(copy, member) is JsonArray list)
            list[0] = value;
        else
            Parent(copy, member)![member[^1]] = value;
        return copy;
    }

    private static JsonObject Without(JsonObject body, string[] member)
    {
        var copy = (JsonObject)body.DeepClone();
        (Parent(copy, member) as JsonObject)?.Remove(member[^1]);
        return copy;
    }

    private static ReadOnlyMemory<byte> Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body);
}
