using System.Reflection;
using System.Text.RegularExpressions;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.House.Tests;

/// <summary>No circle between the folders of a project: a model does not lie beside the facade that needs the folders which use the
/// model.</summary>
public sealed partial class FolderCirclesTests
{
    public static TheoryData<string> Projects =>
        [.. Repository.Files(".", "*.csproj").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal)
            && name is not ("Conformance.Testing" or "Conformance.Benchmarks")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_folders_of_a_project_use_each_other_in_no_circle(string project)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, AssemblyName(project) + ".dll");
        new FolderGraph(Assembly.LoadFrom(assembly)).Circles().Should().BeEmpty();
    }

    [Fact]
    public void A_circle_is_found() =>
        new FolderGraph(typeof(FolderCirclesTests).Assembly).Circles().Should().Equal(
            "Circular/Lower -> Circular/Upper: Below uses Above", "Circular/Upper -> Circular/Lower: Above uses Below");

    [Theory]
    [InlineData("Conformance.JsonSchema")]
    [InlineData("Conformance.Spec")]
    [InlineData("Conformance.Matrix")]
    [InlineData("Conformance.Reports")]
    [InlineData("Conformance.Cli")]
    public void A_namespace_is_a_folder(string project) =>
        Repository.Files(Path.Combine("src", project), "*.cs")
            .Select(file =>
                (File: Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file),
                    Namespace: Namespace().Match(File.ReadAllText(file)).Groups[1].Value))
            .Where(file =>
                file.Namespace.Length > 0 && file.Namespace != Path.GetDirectoryName(file.File)!.Replace(Path.DirectorySeparatorChar, '.'))
            .Should().BeEmpty();

    // The command line's assembly has the name of the command.
    private static string AssemblyName(string project) => project == "Conformance.Cli" ? "conformance" : project;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
