using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Validation;
using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Flows.Uia;

/// <summary>What the stages of third-party identifiers share.</summary>
internal static class ThreePidStage
{
    /// <summary>Whether there is an address to use: any new one for a registration, the owner's own to set a new password.</summary>
    public static bool CanSolve(StageContext context, Medium medium) =>
        context.Call is not { } call || ValidationPurpose.Of(call.Operation) switch
        {
            { IsForNewAddress: true } => true,
            { } => context.Owner?.ThreePids.ContainsKey(medium) == true,
            null => false,
        };

    /// <summary>Has an address validated, and answers the stage with the session of it.</summary>
    public static async Task<JsonObject> AnswerAsync(
        StageType stage, Medium medium, StageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var client = context.RequiredClient;
        var purpose = context.Call is { } call
            ? ValidationPurpose.Of(call.Operation) ?? ValidationPurpose.Register
            : ValidationPurpose.Register;
        var threePid = context.Owner switch
        {
            null => client.Names.ThreePid(medium, "user"),
            var owner when purpose.IsForNewAddress => owner.ThreePidOf(medium, client.Names),
            var owner => owner.ThreePids[medium],
        };
        var validation = new AddressValidation(client);
        var pending = await validation.RequestAsync(purpose, threePid, Caller.Anonymous, cancellationToken);
        await validation.ConfirmAsync(pending, cancellationToken);
        if (purpose.IsForNewAddress && context.Owner is { } registered)
            registered.ThreePids[medium] = threePid;
        return new JsonObject { ["type"] = stage.Name, ["threepid_creds"] = pending.Credentials() };
    }
}
