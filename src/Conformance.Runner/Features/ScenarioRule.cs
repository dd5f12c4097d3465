namespace Conformance.Runner.Features;

/// <summary>The <c>Rule:</c> that a scenario stands under.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">The text under the title; empty where there is none.</param>
/// <param name="Tags">Its own tags, without <c>@</c>; those of the feature are not among them.</param>
/// <param name="Line">Its line in the feature's file, counted from 1.</param>
public sealed record ScenarioRule(string Title, string Description, IReadOnlyList<string> Tags, int Line);
