using System.Collections.Specialized;

namespace Reqnroll;

/// <summary>What a scenario is.</summary>
public class ScenarioInfo
{
    /// <summary>Describes a scenario.</summary>
    /// <param name="title">The title as written, placeholders and all.</param>
    /// <param name="description">The text under the title.</param>
    /// <param name="tags">Its own tags and those of its examples, without <c>@</c>.</param>
    /// <param name="arguments">An outline's row: cells by column.</param>
    /// <param name="inheritedTags">The feature's tags.</param>
    internal ScenarioInfo(string title, string description, string[] tags, IOrderedDictionary arguments, string[] inheritedTags)
    {
        Title = title;
        Description = description;
        Tags = tags;
        CombinedTags = [.. tags, .. inheritedTags];
        Arguments = arguments;
    }

    /// <summary>Its own tags and those of its examples, without <c>@</c>.</summary>
    public string[] Tags { get; }

    /// <summary><see cref="Tags"/>, then the feature's.</summary>
    public string[] CombinedTags { get; }

    /// <summary>An outline's row: cells by column; empty for a plain scenario.</summary>
    public IOrderedDictionary Arguments { get; }

    /// <summary>The title as written: an outline's placeholders are not filled in.</summary>
    public string Title { get; }

    /// <summary>The text under the title.</summary>
    public string Description { get; }
}
