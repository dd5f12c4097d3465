using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Validation;

namespace Conformance.Matrix.UserInteractive;

/// <summary>What the stages of email addresses and telephone numbers share.</summary>
internal static class ThirdPartyStage
{
    /// <summary>Whether there is an address to use: any new one for a registration, the owner's own to set a new password.</summary>
    public static bool CanSolve(StageContext context, string medium) => context.Call?.Operation.Id switch
    {
        null or "register" => true,
        "changePassword" => context.Owner?.Identifiers.ContainsKey(medium) == true,
        _ => false,
    };

    /// <summary>Has an address validated, and answers the stage with the session of it.</summary>
    public static async Task<JsonObject> AnswerAsync(string stage, string medium, StageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var client = context.RequiredClient;
        var isReset = context.Call?.Operation.Id == "changePassword";
        var address = context.Owner switch
        {
            null => client.Names.Address(medium, "user"),
            var owner when isReset => owner.Identifiers[medium],
            var owner => owner.AddressOf(medium, client.Names),
        };
        var validation = new AddressValidation(client);
        var pending = await validation.RequestAsync(isReset ? ValidationPurpose.ResetPassword : ValidationPurpose.Register, medium, address, Caller.Anonymous, cancellationToken);
        await validation.ConfirmAsync(pending, cancellationToken);
        if (!isReset && context.Owner is { } registered)
            registered.Identifiers[medium] = address;
        return new JsonObject { ["type"] = stage, ["threepid_creds"] = pending.Credentials() };
    }
}
