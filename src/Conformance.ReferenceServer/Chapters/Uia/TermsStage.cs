using System.Net;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary><c>m.login.terms</c>: the user accepts the policies. Submitting the stage says that they were accepted.</summary>
internal sealed class TermsStage(Policies policies) : IUiaStage
{
    /// <inheritdoc/>
    public string Type => StageTypes.Terms;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => true;

    /// <inheritdoc/>
    public JsonObject? Params() => new() { ["policies"] = policies.Write() };

    /// <inheritdoc/>
    public ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public string FormFields() => string.Concat(policies.All.Select(policy =>
        $"""<p><label><input name="accept" type="checkbox" required> I accept the <a href="{WebUtility.HtmlEncode(policies.Url(policy))}">{WebUtility.HtmlEncode(policy.Name)}</a></label></p>"""));

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => [];
}
