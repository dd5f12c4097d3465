using System.Reflection;
using System.Text.Json;
using Conformance.Spec;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.House.Tests;

/// <summary>Errors are one designed type: what a user may see says what, why, and what to do. The exceptions are listed with their
/// reasons.</summary>
public sealed class ExceptionTypesTests
{
    private static readonly Dictionary<string, string> Listed = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Repository.Root, "src", "Conformance.House.Tests", "plain-exceptions.json")))!;

    private static readonly IReadOnlyList<Type> All =
        [.. Repository.Files(".", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal)
                && name is not ("Conformance.Testing" or "Conformance.Benchmarks"))
            // The command line's assembly has the name of the command.
            .Select(name => Path.Combine(AppContext.BaseDirectory, (name == "Conformance.Cli" ? "conformance" : name) + ".dll"))
            .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Exception)))];

    [Fact]
    public void An_exception_that_can_reach_the_user_is_a_conformance_exception() =>
        All.Where(type => !typeof(ConformanceException).IsAssignableFrom(type)).Select(type => type.FullName)
            .Should().BeEquivalentTo(Listed.Keys).And.HaveCountGreaterThan(1);

    [Fact]
    public void Each_of_the_others_has_its_reason() => Listed.Values.Should().OnlyContain(reason => reason.EndsWith('.'));

    // A constructor that takes one text would take a whole sentence: place, reason and next step would be lost to who reads the parts.
    [Fact]
    public void None_is_made_of_one_sentence() =>
        All.Where(type => typeof(ConformanceException).IsAssignableFrom(type)).SelectMany(type => type.GetConstructors())
            .Where(made => made.GetParameters() is [{ ParameterType: var first }, .. var rest] && first == typeof(string)
                && rest.All(parameter => parameter.ParameterType == typeof(Exception)))
            .Select(made => made.DeclaringType!)
            // It proposes names that are near: a question is a sentence.
            .Should().Equal(typeof(SpecException));

    [Fact]
    public void Complaints_are_worded_in_one_place() =>
        Repository.Files("src", "*.cs")
            .Where(file => !file.Contains("Tests", StringComparison.Ordinal)
                && File.ReadAllText(file).Contains("WriteLine($\"conformance: {problem}", StringComparison.Ordinal))
            .Should().BeEmpty();
}
