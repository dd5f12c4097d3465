using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.House.Tests;

/// <summary>Files that one can read at a sitting.</summary>
public sealed class FileLengthTests
{
    [Theory]
    [InlineData(".", "*.cs", 400)]
    [InlineData("steps", "*.cs", 210)]
    [InlineData("features", "*.feature", 250)]
    public void Files_stay_short(string folder, string pattern, int lines) =>
        Repository.Files(folder, pattern)
            .Select(file => (File: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > lines)
            .Should().BeEmpty($"{pattern} below {folder} has at most {lines} lines");
}
