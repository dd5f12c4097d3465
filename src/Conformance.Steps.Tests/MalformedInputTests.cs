using Conformance.Runner.Features;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>Malformed input is tried on every operation of the account chapters that takes a JSON body: the manifest says which those
/// are.</summary>
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
                .Where(operation => operation.Api == "client-server" && operation.Request?.Schema is not null
                    && Chapters.Any(chapter => operation.Path.Contains(chapter, StringComparison.Ordinal)))
                .Select(operation => operation.Id)];
        }
    }

    /// <summary>Not JSON, not UTF-8, not an object.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public void Malformed_bodies_are_tried(string operation) =>
        Steps(operation).Should().Contain($"{operation} is called with a body that is not JSON")
            .And.Contain($"{operation} is called with a body that is not UTF-8")
            .And.Contain($"{operation} is called with a body that is not an object");

    /// <summary>Members that are missing or of a wrong type, <c>auth</c> among them, and no body at all.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public void Members_that_are_missing_or_of_a_wrong_type_are_tried(string operation) =>
        Steps(operation).Should().Contain(step => step.Contains("each required member", StringComparison.Ordinal)
            || step.EndsWith("each optional member of a wrong type", StringComparison.Ordinal)
            || step.EndsWith("an auth that is not an object", StringComparison.Ordinal));

    private static IEnumerable<string> Steps(string operation) =>
        Scenarios.SelectMany(scenario => scenario.Steps).Select(step => step.Text)
            .Where(text => text.StartsWith($"{operation} is called ", StringComparison.Ordinal));
}
