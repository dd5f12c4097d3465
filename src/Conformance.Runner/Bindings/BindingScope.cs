using Reqnroll;

namespace Conformance.Runner.Bindings;

/// <summary>Where a binding applies: all that is given has to fit.</summary>
internal sealed record BindingScope(string? Tag, string? Feature, string? Scenario)
{
    /// <summary>What an attribute says.</summary>
    public static BindingScope Of(ScopeAttribute attribute) => new(WithoutAt(attribute.Tag), attribute.Feature, attribute.Scenario);

    /// <summary>What a hook's tag says.</summary>
    public static BindingScope OfTag(string tag) => new(WithoutAt(tag), null, null);

    /// <summary>How many of its conditions fit; null where one does not.</summary>
    public int? Degree(ScopeSubject subject)
    {
        var degree = 0;
        if (Tag is not null)
        {
            if (!subject.Tags.Contains(Tag))
                return null;
            degree++;
        }

        if (Feature is not null)
        {
            if (!string.Equals(Feature, subject.Feature, StringComparison.OrdinalIgnoreCase))
                return null;
            degree++;
        }

        if (Scenario is not null)
        {
            if (!string.Equals(Scenario, subject.Scenario, StringComparison.OrdinalIgnoreCase))
                return null;
            degree++;
        }

        return degree;
    }

    private static string? WithoutAt(string? tag) => tag?.StartsWith('@') == true ? tag[1..] : tag;
}
