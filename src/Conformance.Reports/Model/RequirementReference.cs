namespace Conformance.Reports.Model;

/// <summary>A requirement as a failure names it.</summary>
/// <param name="Id">The id, e.g. <c>DEV-14</c>.</param>
/// <param name="Text">What the server does, in our words.</param>
/// <param name="Link">The published clause.</param>
public sealed record RequirementReference(string Id, string Text, Uri Link);
