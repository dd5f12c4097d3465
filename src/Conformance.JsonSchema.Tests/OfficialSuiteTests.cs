using FluentAssertions;
using FluentAssertions.Execution;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.JsonSchema.Tests;

public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    private static readonly SchemaOptions Annotating = new() { Resolve = OfficialSuite.Resolve };
    private static readonly SchemaOptions Asserting = new() { Resolve = OfficialSuite.Resolve, AssertFormats = true };

    // Drafts before 2020-12 and their keywords are not offered, nor are the tables of international host names (no schema of Matrix has
    // either).
    internal static readonly string[] NotOffered =
        ["optional/cross-draft.json", "optional/dependencies-compatibility.json", "optional/format/idn-hostname.json"];
    internal const string HostNameTables = "validation of A-label (punycode) host names";

    public static TheoryData<string> Required => FilesOf("");

    public static TheoryData<string> Optional => FilesOf("optional");

    public static TheoryData<string> Formats => FilesOf("optional/format");

    [SkippableTheory]
    [MemberData(nameof(Required))]
    public void Every_required_test_passes(string file) => Run(file, Annotating).Should().BePositive();

    [SkippableTheory]
    [MemberData(nameof(Optional))]
    public void Every_optional_test_of_what_is_offered_passes(string file) => Run(file, Annotating).Should().BePositive();

    [SkippableTheory]
    [MemberData(nameof(Formats))]
    public void Every_test_of_an_asserted_format_passes(string file) => Run(file, Asserting).Should().BePositive();

    [SkippableFact]
    public void The_whole_of_the_required_suite_is_run()
    {
        Skip.If(OfficialSuite.Folder is null, OfficialSuite.Absent);
        var run = OfficialSuite.Files("").Sum(file => Run(file, Annotating));
        output.WriteLine($"official suite, draft 2020-12, required: {run} tests run, 0 failed");
        run.Should().BeGreaterThanOrEqualTo(1299);
    }

    private static TheoryData<string> FilesOf(string subfolder)
    {
        var data = new TheoryData<string>();
        foreach (var file in OfficialSuite.Files(subfolder).Except(NotOffered).DefaultIfEmpty("(absent)"))
            data.Add(file);
        return data;
    }

    private int Run(string file, SchemaOptions options)
    {
        Skip.If(OfficialSuite.Folder is null, OfficialSuite.Absent);
        var run = 0;
        var failures = new List<string>();
        foreach (var suiteCase in OfficialSuite.Cases(file).Where(suiteCase => suiteCase.Description != HostNameTables))
        {
            Evaluations? schema = null;
            string? problem = null;
            try
            {
                schema = new Evaluations(suiteCase.Schema, options);
            }
            catch (SchemaException exception)
            {
                problem = exception.Message;
            }

            foreach (var test in suiteCase.Tests)
            {
                run++;
                if (schema?.IsValid(test.Data) != test.Valid)
                    failures.Add($"{suiteCase.Description} / {test.Description}: expected {(test.Valid ? "valid" : "invalid")} {problem}");
            }
        }

        output.WriteLine($"{file}: {run} tests run, {failures.Count} failed");
        using var scope = new AssertionScope();
        failures.Should().BeEmpty();
        return run;
    }
}
