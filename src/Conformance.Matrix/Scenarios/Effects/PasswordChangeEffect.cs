using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>An account has another password.</summary>
internal sealed class PasswordChangeEffect : IEffect
{
    public IReadOnlyCollection<string> Operations => [Calls.Operations.ChangePassword];

    public void Apply(SuccessfulCall call, SuiteKnowledge knowledge)
    {
        var owner = call.Caller.AccessToken is { } token ? knowledge.People.OfToken(token) : ProvedBy(call, knowledge);
        if (owner?.Account is not { } account || call.Argument("new_password") is not { } password)
            return;
        knowledge.Redactor.Learn(password, SecretKind.Password);
        owner.Account = account with { Password = password };
    }

    /// <summary>Who forgot the password proves to be the owner by an identifier of the account.</summary>
    private static Actor? ProvedBy(SuccessfulCall call, SuiteKnowledge knowledge) =>
        knowledge.Validations.Last is { } last
        && call.Call.Auth is JsonObject auth && auth["threepid_creds"] is JsonObject credentials
            && (string?)credentials["sid"] == last.SessionId
            ? knowledge.People.All.FirstOrDefault(actor => actor.ThreePids.ContainsValue(last.ThreePid))
            : null;
}
