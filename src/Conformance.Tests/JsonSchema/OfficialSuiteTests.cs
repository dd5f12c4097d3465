using Conformance.JsonSchema;
using FluentAssertions;
using FluentAssertions.Execution;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Tests.JsonSchema;

public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    public static TheoryData<string> Required => FilesOf("");

    [SkippableTheory]
    [MemberData(nameof(Required))]
    public void Every_required_test_of_the_official_suite_passes(string file) => Run(file, new SchemaOptions { Resolve = OfficialSuite.Resolve }).Should().BePositive();

    [SkippableFact]
    public void The_whole_of_the_required_suite_is_run()
    {
        Skip.If(OfficialSuite.Folder is null, OfficialSuite.Absent);
        var run = OfficialSuite.Files("").Sum(file => Run(file, new SchemaOptions { Resolve = OfficialSuite.Resolve }));
        output.WriteLine($"official suite, draft 2020-12, required: {run} tests run, 0 failed");
        run.Should().BeGreaterThanOrEqualTo(1299);
    }

    private static TheoryData<string> FilesOf(string subfolder)
    {
        var data = new TheoryData<string>();
        foreach (var file in OfficialSuite.Files(subfolder).DefaultIfEmpty("(absent)"))
            data.Add(file);
        return data;
    }

    private int Run(string file, SchemaOptions options)
    {
        Skip.If(OfficialSuite.Folder is null, OfficialSuite.Absent);
        var run = 0;
        var failures = new List<string>();
        foreach (var suiteCase in OfficialSuite.Cases(file))
        {
            CompiledSchema? schema = null;
            string? problem = null;
            try
            {
                schema = CompiledSchema.Compile(suiteCase.Schema, options);
            }
            catch (SchemaException exception)
            {
                problem = exception.Message;
            }

            foreach (var test in suiteCase.Tests)
            {
                run++;
                var findings = schema?.Validate(test.Data);
                if (schema is null || findings!.Count == 0 != test.Valid || schema.IsValid(test.Data) != test.Valid)
                    failures.Add($"{suiteCase.Description} / {test.Description}: expected {(test.Valid ? "valid" : "invalid")}, {problem ?? (findings!.Count == 0 ? "no finding" : findings[0].ToString())}");
            }
        }

        output.WriteLine($"{file}: {run} tests run, {failures.Count} failed");
        using var scope = new AssertionScope();
        failures.Should().BeEmpty();
        return run;
    }
}
