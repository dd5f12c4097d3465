using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>Malformed input is tried on every operation of the account chapters that takes a JSON body: the manifest says which those are.</summary>
public sealed class MalformedInputTests
{
    private static readonly string[] Chapters = ["/devices", "/delete_devices", "/login", "/refresh", "/logout", "/register", "/account/"];
    private static readonly IReadOnlyList<Scenario> Scenarios = EmbeddedFeatures.Load();

    /// <summary>The operations of these chapters that take a JSON body.</summary>
    public static TheoryData<string> Operations
    {
        get
        {
            var specification = Specification.LoadEmbedded(Specification.Embedded.Max());
            return [.. specification.Operations
                .Where(operation => operation.Api == "client-server" && operation.Request?.Schema is not null && Chapters.Any(chapter => operation.Path.Contains(chapter, StringComparison.Ordinal)))
                .Select(operation => operation.Id)];
        }
    }

    /// <summary>Not JSON, no object, invalid UTF-8.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public void Bodies_that_are_no_JSON_are_tried(string operation)
    {
        Steps(operation).Should().Contain(step => step.EndsWith("each body that is no JSON", StringComparison.Ordinal))
            .And.Contain(step => step.EndsWith("each body that is no UTF-8", StringComparison.Ordinal))
            .And.Contain(step => step.EndsWith("each body that is no object", StringComparison.Ordinal));
    }

    /// <summary>Members that are missing or of a wrong type, <c>auth</c> among them, and no body at all.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public void Members_that_are_missing_or_of_a_wrong_type_are_tried(string operation) =>
        Steps(operation).Should().Contain(step => step.Contains("each required member", StringComparison.Ordinal)
            || step.EndsWith("each optional member of a wrong type", StringComparison.Ordinal)
            || step.EndsWith("each auth that is no object", StringComparison.Ordinal));

    private static IEnumerable<string> Steps(string operation) =>
        Scenarios.SelectMany(scenario => scenario.Steps).Select(step => step.Text).Where(text => text.Contains($" calls {operation} with ", StringComparison.Ordinal));
}
