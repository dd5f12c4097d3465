using System.Xml.Linq;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.House.Tests;

/// <summary>Who may know whom: docs/architecture.md draws it, this test keeps it true.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["JsonSchema"] = [],
        ["Spec"] = ["JsonSchema"],
        ["Runner"] = [],
        ["Runner.Xunit"] = ["Runner"],
        ["Matrix"] = ["Spec"],
        ["ReferenceServer"] = ["Spec"],
        ["Companions"] = ["Matrix"],
        ["Homeservers"] = ["Companions", "Matrix", "ReferenceServer"],
        ["Reports"] = ["Runner", "Matrix"],
        ["Steps"] = ["Runner", "Homeservers", "Matrix"],
        ["Features"] = ["Homeservers", "Reports", "Runner.Xunit", "Steps"],
        ["Mutation"] = ["Runner", "Spec", "Matrix", "Homeservers", "ReferenceServer", "Reports", "Steps"],
    };

    // These two see everything by design: the one wires, the others measure and test.
    private static readonly HashSet<string> Unrestricted = new(["Cli", "Benchmarks", "Testing"], StringComparer.Ordinal);

    public static TheoryData<string> Projects => [.. Repository.Files(".", "*.csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_is_drawn(string project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var name = Name(project);
        if (Unrestricted.Contains(name) || name.EndsWith(".Tests", StringComparison.Ordinal))
            return;

        Allowed.Should().ContainKey(name, "every project has its place in docs/architecture.md");
        XDocument.Load(project).Descendants("ProjectReference").Select(reference => Name(reference.Attribute("Include")!.Value))
            .Should().BeEquivalentTo(Allowed[name]);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Conformance.sln"));
        Repository.Files(".", "*.csproj").Select(Path.GetFileName)
            .Should().OnlyContain(project => solution.Contains(project!, StringComparison.Ordinal));
    }

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["Conformance.".Length..];
}
