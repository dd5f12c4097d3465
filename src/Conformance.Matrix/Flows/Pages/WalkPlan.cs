namespace Conformance.Matrix.Flows.Pages;

/// <summary>What a walk through web pages is for.</summary>
public sealed record WalkPlan
{
    /// <summary>What to fill in, by field name. <c>token</c> also fills a form's only text field, <c>password</c> any password field. Holds
    /// secrets.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>How the URL begins at which the walk is over, not opening it; null to end on a page.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>Whether a page without a form is left by its link, as a page that says "continue".</summary>
    public bool FollowLinks { get; init; }

    /// <summary>Whether the walk is over, without failure, where a redirect leads elsewhere.</summary>
    public bool MayLeave { get; init; }
}
