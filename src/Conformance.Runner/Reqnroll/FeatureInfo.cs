using System.Globalization;

namespace Reqnroll;

/// <summary>What a feature is.</summary>
/// <param name="language">The language that numbers and dates in it are written in.</param>
/// <param name="folderPath">The folder of its file.</param>
/// <param name="title">Its title.</param>
/// <param name="description">The text under the title.</param>
/// <param name="tags">Its tags, without <c>@</c>.</param>
public class FeatureInfo(CultureInfo language, string folderPath, string title, string description, params string[] tags)
{
    /// <summary>Its tags, without <c>@</c>.</summary>
    public string[] Tags { get; } = tags;

    /// <summary>The folder of its file.</summary>
    public string FolderPath { get; } = folderPath;

    /// <summary>Its title.</summary>
    public string Title { get; } = title;

    /// <summary>The text under the title.</summary>
    public string Description { get; } = description;

    /// <summary>The language that numbers and dates in it are written in.</summary>
    public CultureInfo Language { get; } = language;
}
