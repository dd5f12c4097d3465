using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Uia.Stages;

/// <summary><c>m.login.dummy</c>: always succeeds.</summary>
internal class DummyStage : IUiaStage
{
    /// <inheritdoc/>
    public string Type => StageTypes.Dummy;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => false;

    /// <inheritdoc/>
    public JsonObject? Params() => null;

    /// <inheritdoc/>
    public virtual ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public string FormFields() => "<p>Nothing is asked of you.</p>";

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => [];
}
