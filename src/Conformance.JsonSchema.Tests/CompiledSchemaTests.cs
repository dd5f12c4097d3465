using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

public sealed class CompiledSchemaTests
{
    private const string DeviceList = """
        {
          "type": "object", "required": ["devices"],
          "properties": { "devices": { "type": "array", "items": { "$ref": "#/$defs/device" } } },
          "$defs": {
            "device": {
              "allOf": [{ "$ref": "#/$defs/named" }],
              "required": ["device_id"],
              "properties": { "device_id": { "type": "string", "pattern": "^[\\x20-\\x7E]+$" }, "last_seen_ts": { "type": "integer", "minimum": 0 } },
              "patternProperties": { "^org\\.": { "anyOf": [{ "type": "string" }, { "type": "object", "additionalProperties": { "enum": ["x", 1] } }] } }
            },
            "named": { "type": "object", "properties": { "display_name": { "type": ["string", "null"], "maxLength": 100 } } }
          }
        }
        """;

    private const string Devices = """
        {"devices":[{"device_id":"ABC","display_name":"T\u00e9l\u00e9phone","last_seen_ts":1474491775024},
        {"\u0064evice_id":"DEF","display_name":null,"org.example.x":{"y":"x","z":1},"unknown":{"nested":[1,[2,{}]]}}]}
        """;

    [Fact]
    public void A_valid_body_is_decided_without_allocation()
    {
        var schema = CompiledSchema.Compile(Encoding.UTF8.GetBytes(DeviceList));
        var body = Encoding.UTF8.GetBytes(Devices);
        for (var i = 0; i < 100; i++)
            schema.IsValid(body).Should().BeTrue();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            schema.IsValid(body);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Findings_of_a_valid_body_are_found_without_allocation_too()
    {
        var schema = CompiledSchema.Compile(Encoding.UTF8.GetBytes(DeviceList));
        var body = Encoding.UTF8.GetBytes(Devices);
        for (var i = 0; i < 100; i++)
            schema.Validate(body).Should().BeEmpty();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            schema.Validate(body);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void A_parsed_value_is_validated_as_its_text_is()
    {
        var schema = CompiledSchema.Compile(Encoding.UTF8.GetBytes(DeviceList));
        using var document = JsonDocument.Parse("""{"body":{"devices":[{"last_seen_ts":-1}]},"ok":{"devices":[]}}""");
        schema.Validate(document.RootElement.GetProperty("ok")).Should().BeEmpty();
        schema.Validate(document.RootElement.GetProperty("body")).Should().Equal(
            new SchemaFinding("/devices/0/last_seen_ts", "/$defs/device/properties/last_seen_ts/minimum", "minimum",
                "expected a number of at least 0, got -1"),
            new SchemaFinding("/devices/0", "/$defs/device/required", "required", "required member \"device_id\" is missing"));
    }

    [Fact]
    public void Many_threads_may_use_one_schema()
    {
        var schema = CompiledSchema.Compile(Encoding.UTF8.GetBytes(DeviceList));
        var (valid, invalid) =
            (Encoding.UTF8.GetBytes(Devices), Encoding.UTF8.GetBytes(Devices.Replace("\"ABC\"", "3", StringComparison.Ordinal)));
        var verdicts = new int[2];
        Parallel.For(0, 10_000, i =>
        {
            if (i % 2 == 0 ? schema.IsValid(valid) : schema.Validate(invalid) is [{ InstancePointer: "/devices/0/device_id" }])
                Interlocked.Increment(ref verdicts[i % 2]);
        });
        verdicts.Should().Equal(5_000, 5_000);
    }

    [Theory]
    [InlineData("", "the instance is empty, which is not JSON")]
    [InlineData(" ", "the instance is not JSON: line 1, byte 2")]
    [InlineData("{\"devices\":[]", "the instance is not JSON: line 1, byte 14")]
    [InlineData("{\"devices\":[]}\n,", "the instance is not JSON: line 2, byte 1")]
    [InlineData("{'devices':[]}", "the instance is not JSON: line 1, byte 2")]
    [InlineData("{\"devices\":[NaN]}", "the instance is not JSON: line 1, byte 13")]
    [InlineData("{\"devices\":[1,]}", "the instance is not JSON: line 1, byte 15")]
    [InlineData("{\"devices\":[3],\"x\":\"\\q\"}", "the instance is not JSON: line 1, byte 22")]
    [InlineData("\ufeff{}", "the instance is not JSON: line 1, byte 1")]
    public void A_text_that_is_no_JSON_has_that_for_its_only_finding(string text, string message)
    {
        var schema = CompiledSchema.Compile(Encoding.UTF8.GetBytes(DeviceList));
        schema.IsValid(Encoding.UTF8.GetBytes(text)).Should().BeFalse();
        schema.Validate(Encoding.UTF8.GetBytes(text)).Should().Equal(new SchemaFinding("", "", "json", message));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_found_even_inside_strings()
    {
        byte[] body = [.. "{\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        var schema = CompiledSchema.Compile("true"u8);
        schema.IsValid(body).Should().BeFalse();
        schema.Validate(body).Should().Equal(new SchemaFinding("", "", "json", "the instance is not valid UTF-8"));
    }

    [Fact]
    public void Control_characters_and_length_of_names_do_not_spoil_messages()
    {
        var schema = CompiledSchema.Compile("""{"additionalProperties":false}"""u8);
        schema.Validate(Encoding.UTF8.GetBytes($$"""{"a\nb\"{{new string('x', 500)}}":1}""")).Should().ContainSingle()
            .Which.Message.Should().Be($"member \"a\\u000ab\\\"{new string('x', 70)}…\" is not allowed");
    }

    [Theory]
    [InlineData("""{"type":"integer"}""")]
    [InlineData("""{"enum":["a","b"]}""")]
    [InlineData("""{"const":"a"}""")]
    [InlineData("""{"const":{"a":"b"}}""")]
    [InlineData("""{"pattern":"^a"}""")]
    [InlineData("""{"maxLength":1}""")]
    [InlineData("""{"minLength":100}""")]
    [InlineData("""{"format":"uri"}""")]
    [InlineData("""{"not":{}}""")]
    [InlineData("""{"anyOf":[{"pattern":"^a"},{"enum":["b"]}]}""")]
    [InlineData("""{"oneOf":[{"type":"string"},{"minLength":1}]}""")]
    [InlineData("""{"if":{"type":"string"},"then":{"const":1}}""")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"multipleOf":2,"maxLength":2}}}""")]
    public void No_finding_repeats_a_string_of_the_instance(string schema)
    {
        var compiled = CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema), new SchemaOptions { AssertFormats = true });
        compiled.Validate("\"top secret\""u8)
            .Should().NotBeEmpty().And.NotContain(finding => finding.ToString().Contains("secret", StringComparison.Ordinal));
        var items = CompiledSchema.Compile(
            Encoding.UTF8.GetBytes(
                $$"""{"contains":false,"uniqueItems":true,"items":{{schema.Replace("#/$defs", "#/items/$defs", StringComparison.Ordinal)}}}"""));
        items.Validate("""["top secret","top secret"]"""u8)
            .Should().NotBeEmpty().And.NotContain(finding => finding.ToString().Contains("secret", StringComparison.Ordinal));
    }
}
