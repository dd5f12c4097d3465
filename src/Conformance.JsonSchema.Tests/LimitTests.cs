using System.Diagnostics;
using System.Text;
using Conformance.JsonSchema.Compiled;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>Input made to exhaust time, stack or memory ends in an error or a finding.</summary>
public sealed class LimitTests
{
    private const string TooManySteps = "the validation was given up: it takes too many steps for an instance of this size";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("true")]
    [InlineData("""{"items":{"$ref":"#"}}""")]
    [InlineData("""{"anyOf":[{"type":"null"},{"items":{"$ref":"#"}}],"uniqueItems":true}""")]
    [InlineData("""{"items":{"$ref":"#"},"unevaluatedItems":false}""")]
    public void An_instance_that_nests_too_deeply_has_one_finding(string schema)
    {
        var instance = Encoding.UTF8.GetBytes(new string('[', 100_000) + new string(']', 100_000));
        var compiled = CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema));
        compiled.IsValid(instance).Should().BeFalse();
        compiled.Validate(instance).Should().Equal(new SchemaFinding("", "", "limit", "the instance nests deeper than 256 levels"));
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void The_limit_of_nesting_is_exact(int depth, bool valid) =>
        CompiledSchema.Compile("""{"items":{"$ref":"#"}}"""u8)
            .IsValid(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth))).Should().Be(valid);

    [Theory]
    [InlineData("""{"items":{"$ref":"#"}}""")]
    [InlineData("""{"anyOf":[{"type":"null"},{"items":{"$ref":"#"}}]}""")]
    [InlineData("""{"anyOf":[{"items":{"$ref":"#"}}],"unevaluatedItems":false}""")]
    [InlineData("""{"enum":[1,[2]]}""")]
    [InlineData("""{"uniqueItems":true}""")]
    public void The_greatest_depth_that_can_be_set_does_not_exhaust_the_stack(string schema)
    {
        const int Deepest = 1000;
        var instance = Encoding.UTF8.GetBytes(new string('[', Deepest) + new string(']', Deepest));
        var compiled = CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema), new SchemaOptions { MaxDepth = Deepest });
        OnSmallStack(() => compiled.Validate(instance).Should().HaveCountLessThan(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void No_other_depth_can_be_set(int depth) =>
        FluentActions.Invoking(() => new SchemaOptions { MaxDepth = depth }).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_schema_that_nests_too_deeply_is_refused()
    {
        var schema = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"not\":", 100_000)) + "true" + new string('}', 100_000));
        FluentActions.Invoking(() => CompiledSchema.Compile(schema)).Should().Throw<SchemaException>()
            .WithMessage("the root of the schema: it is not JSON: The maximum configured depth of 256 has been exceeded*");
    }

    [Theory]
    [InlineData("$ref", "\"#/$defs/{0}\"", true)]
    [InlineData("not", "{{\"$ref\":\"#/$defs/{0}\"}}", false)]
    public void A_long_chain_of_references_ends_in_a_verdict_or_a_finding(string keyword, string format, bool mergeable)
    {
        const int Length = 20_000;
        var schema = new StringBuilder("{\"$ref\":\"#/$defs/0\",\"$defs\":{");
        for (var i = 0; i < Length; i++)
            schema.Append($"\"{i}\":{{\"{keyword}\":{string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i + 1)}}},");
        schema.Append($"\"{Length}\":{{\"type\":\"string\"}}}}}}");
        OnSmallStack(() =>
        {
            var compiled = CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema.ToString()));
            compiled.IsValid("\"x\""u8).Should().Be(mergeable);
            compiled.Validate("1"u8)
                .Should().ContainSingle().Which.Message.Should().Be("the validation was given up: schema and instance nest too deeply");
        });
    }

    [Theory]
    [InlineData("""{"anyOf":[{"items":{"$ref":"#"},"minItems":2},{"items":{"$ref":"#"},"minItems":2},{"type":"null"}]}""")]
    [InlineData("""{"oneOf":[{"items":{"$ref":"#"}},{"items":{"$ref":"#"}}]}""")]
    [InlineData("""{"not":{"items":{"$ref":"#"}},"if":{"items":{"$ref":"#"}},"then":{"maxItems":0},"else":{"items":{"$ref":"#"}}}""")]
    [InlineData("""{"anyOf":[{"items":{"$ref":"#"}},{"items":{"$ref":"#"}}],"unevaluatedItems":false}""")]
    public void Alternatives_that_multiply_with_depth_are_given_up(string schema)
    {
        var instance = Encoding.UTF8.GetBytes(new string('[', 200) + "1" + new string(']', 200));
        var clock = Stopwatch.StartNew();
        var findings = CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema)).Validate(instance);
        clock.Elapsed.Should().BeLessThan(Soon);
        findings.Should().HaveCountLessThan(2);
        findings.Select(finding => finding.Message).Should().BeSubsetOf([TooManySteps, "expected null, got array"]);
    }

    [Fact]
    public void The_time_of_giving_up_grows_with_a_large_payload_only_linearly()
    {
        var instance =
            Encoding.UTF8.GetBytes(new string('[', 100) + string.Join(',', Enumerable.Repeat("\"payload\"", 5_000)) + new string(']', 100));
        var clock = Stopwatch.StartNew();
        var findings = CompiledSchema.Compile("""{"oneOf":[{"items":{"$ref":"#"}},{"items":{"$ref":"#"}}]}"""u8).Validate(instance);
        clock.Elapsed.Should().BeLessThan(Soon);
        findings.Should().ContainSingle().Which.Message.Should().Be(TooManySteps);
    }

    [Fact]
    public void A_merge_that_would_make_too_many_nodes_is_not_made()
    {
        // As a finite automaton for "an a, thirty letters before the end" does, this schema would get 2^30 nodes if all of it were merged.
        const int States = 30;
        var schema = new StringBuilder("""{"$ref":"#/$defs/start","$defs":{"start":{"properties":{"b":{"$ref":"#/$defs/start"},"a":{"allOf":[{"$ref":"#/$defs/start"},{"$ref":"#/$defs/1"}]}}},""");
        for (var i = 1; i < States; i++)
            schema.Append($$$$"""
                "{{{{i}}}}":{"properties":{"a":{"$ref":"#/$defs/{{{{i + 1}}}}"},"b":{"$ref":"#/$defs/{{{{i + 1}}}}"}}},
                """);
        schema.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"{States}\":{{\"type\":\"object\"}}").Append("}}");
        var clock = Stopwatch.StartNew();
        var evaluations = new Evaluations(schema.ToString());
        clock.Elapsed.Should().BeLessThan(Soon);
        var word = string.Concat(Enumerable.Repeat("ab", 20));
        evaluations.IsValid(Nested(word, "{}")).Should().BeTrue();
        evaluations.IsValid(Nested(word + "b", "1")).Should().BeTrue();
        evaluations.IsValid(Nested(word, "1")).Should().BeFalse();

        static string Nested(string names, string value) =>
            string.Concat(names.Select(name => $"{{\"{name}\":")) + value + new string('}', names.Length);
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("(x+x+)+y")]
    public void An_expression_that_backtracks_without_end_is_matched_all_the_same(string pattern)
    {
        var instance = Encoding.UTF8.GetBytes($"\"{new string('a', 5_000)}!{new string('x', 5_000)}\"");
        CompiledSchema.Compile(Encoding.UTF8.GetBytes($$"""{"pattern":"{{pattern}}"}""")).Validate(instance)
            .Should().ContainSingle().Which.Message.Should().Be($"expected a string that matches {pattern}");
    }

    [Fact]
    public void An_expression_that_looks_ahead_is_given_up_in_time()
    {
        var options = new SchemaOptions { RegexTimeout = TimeSpan.FromMilliseconds(50) };
        var schema = CompiledSchema.Compile("""{"items":{"pattern":"^(?=(a+)+$)"}}"""u8, options);
        var instance = Encoding.UTF8.GetBytes($"[\"{new string('a', 5_000)}!\"]");
        schema.IsValid(instance).Should().BeFalse();
        schema.Validate(instance)
            .Should().Equal(
                new SchemaFinding("", "/items/pattern", "limit", "the validation was given up: matching ^(?=(a+)+$) takes too long"));
    }

    [Fact]
    public void A_large_instance_is_validated_and_its_findings_are_limited()
    {
        var schema = CompiledSchema.Compile("""{"items":{"type":"object","required":["a"]}}"""u8, new SchemaOptions { MaxFindings = 7 });
        var valid = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{\"a\":[1,2,3]}", 500_000))}]");
        schema.Validate(valid).Should().BeEmpty();
        var invalid = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", 500_000))}]");
        schema.Validate(invalid).Should().HaveCount(7);
        schema.Validate(invalid)[6].InstancePointer.Should().Be("/6");
    }

    [Fact]
    public void A_large_array_of_unique_items_is_compared_quickly()
    {
        var schema = CompiledSchema.Compile("""{"uniqueItems":true}"""u8);
        var clock = Stopwatch.StartNew();
        schema.IsValid(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 200_000))}]")).Should().BeTrue();
        clock.Elapsed.Should().BeLessThan(Soon);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    public void Any_number_of_members_may_be_required(int count)
    {
        var names = Enumerable.Range(0, count).Select(i => $"m{i}").ToList();
        var evaluations =
            new Evaluations("{\"required\":[\"" + string.Join("\",\"", names) + "\"],\"properties\":{\"m0\":{\"type\":\"integer\"}}}");
        string Object(IEnumerable<string> members) => $"{{{string.Join(',', members.Select(name => $"\"{name}\":1"))}}}";
        evaluations.IsValid(Object(names)).Should().BeTrue();
        evaluations.IsValid(Object(names.SkipLast(1))).Should().BeFalse();
        evaluations.IsValid(Object(names).Replace("\"m0\":1", "\"m0\":null", StringComparison.Ordinal)).Should().BeFalse();
    }

    [Fact]
    public void Any_number_of_patterns_may_describe_members()
    {
        var patterns = string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"^m{i}$\":{{\"const\":{i}}}"));
        var evaluations = new Evaluations($$"""{"patternProperties":{ {{patterns}} },"additionalProperties":false}""");
        evaluations.IsValid("""{"m0":0,"m99":99}""").Should().BeTrue();
        evaluations.IsValid("""{"m99":0}""").Should().BeFalse();
        evaluations.IsValid("""{"m100":100}""").Should().BeFalse();
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        if (failure is not null)
            throw new InvalidOperationException("the action failed", failure);
    }
}
