using System.Text.Json;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.House.Tests;

/// <summary>
/// What a server sent is read in one way (<c>ServerJson</c> and <c>JsonMembers</c>), which never throws. The analyzer refuses the other
/// ways; these tests keep its list whole.
/// </summary>
public sealed class BannedSymbolsTests
{
    private static readonly string[] Banned =
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "src", "BannedSymbols.txt")).Select(line => line.Split(';')[0])];

    public static TheoryData<string> Throwing =>
        [.. typeof(JsonElement).GetMethods().Select(method => method.Name).Where(Throws).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Throwing))]
    public void Each_method_that_throws_on_a_value_of_another_form_is_banned(string method)
    {
        var overloads = typeof(JsonElement).GetMethods().Count(candidate => candidate.Name == method);

        Banned.Count(symbol => symbol.Split('(')[0] == $"M:System.Text.Json.JsonElement.{method}").Should().Be(overloads);
    }

    [Fact]
    public void Every_project_that_sees_what_a_server_sent_has_the_list()
    {
        var condition = File.ReadAllLines(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Single(line => line.Contains("IsMatch($(MSBuildProjectName)", StringComparison.Ordinal));

        condition.Should().Contain("(Matrix|Homeservers|Companions|Steps)");
    }

    // TryGet... throws, too, where the value is of another kind than the one asked for. GetRawText and GetHashCode work on every value.
    private static bool Throws(string method) =>
        (method.StartsWith("Get", StringComparison.Ordinal) && method is not ("GetRawText" or "GetHashCode" or "GetType"))
        || method.StartsWith("TryGet", StringComparison.Ordinal) || method.StartsWith("Enumerate", StringComparison.Ordinal)
        || method is "ParseValue" or "TryParseValue" or "Parse";
}
