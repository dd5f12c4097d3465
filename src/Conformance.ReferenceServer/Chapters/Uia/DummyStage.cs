using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary><c>m.login.dummy</c>: always succeeds.</summary>
internal sealed class DummyStage : IUiaStage
{
    /// <inheritdoc/>
    public string Type => StageTypes.Dummy;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => false;

    /// <inheritdoc/>
    public JsonObject? Params() => null;

    /// <inheritdoc/>
    public ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public string FormFields() => "<p>Nothing is asked of you.</p>";

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => [];
}
