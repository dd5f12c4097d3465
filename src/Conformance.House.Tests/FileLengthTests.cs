using System.Text.RegularExpressions;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.House.Tests;

/// <summary>Files that one can read at a sitting.</summary>
public sealed partial class FileLengthTests
{
    private const int LineLength = 140;

    [Theory]
    [InlineData(".", "*.cs", 400)]
    [InlineData("steps", "*.cs", 210)]
    [InlineData("features", "*.feature", 250)]
    public void Files_stay_short(string folder, string pattern, int lines) =>
        Repository.Files(folder, pattern)
            .Select(file => (File: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > lines)
            .Should().BeEmpty($"{pattern} below {folder} has at most {lines} lines");

    // A literal is not broken in two: it would no longer be found by its words.
    [Fact]
    public void Lines_stay_short() =>
        Repository.Files(".", "*.cs")
            .SelectMany(file =>
                LinesOfCode(file).Select(line => (Place: $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number}", line.Text)))
            .Where(line => line.Text.Length > LineLength && !Literal().IsMatch(line.Text))
            .Should().BeEmpty($"lines have at most {LineLength} columns");

    // The lines within a raw literal are text as somebody else sees it.
    private static IEnumerable<(int Number, string Text)> LinesOfCode(string file)
    {
        var isLiteral = false;
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            var fences = line.Split("\"\"\"").Length - 1;
            if (!isLiteral && fences % 2 == 0)
                yield return (number, line);
            if (fences % 2 == 1)
                isLiteral = !isLiteral;
        }
    }

    [GeneratedRegex("\".{60,}")]
    private static partial Regex Literal();
}
