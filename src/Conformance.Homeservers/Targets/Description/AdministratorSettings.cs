using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>How an administrator acts on a server: how the suite becomes one, and what each action takes. Contains secrets.</summary>
public sealed record AdministratorSettings
{
    /// <summary>The localpart of an account to log in to, a template; null for another way in.</summary>
    public string? User { get; init; }

    /// <summary>The password of that account, a template; null for another way in.</summary>
    public string? Password { get; init; }

    /// <summary>An access token, a template; null for another way in.</summary>
    public string? Token { get; init; }

    /// <summary>Synapse's <c>registration_shared_secret</c>, a template; null for another way in. It makes accounts too.</summary>
    public string? SharedSecret { get; init; }

    /// <summary>The alias of the room that messages go to, a template; null if there is none.</summary>
    public string? Room { get; init; }

    /// <summary>The steps of each action that is possible.</summary>
    public IReadOnlyDictionary<AdministratorAction, IReadOnlyList<AdministratorStep>> Actions { get; init; } =
        new Dictionary<AdministratorAction, IReadOnlyList<AdministratorStep>>();

    /// <summary>The templates in the settings.</summary>
    internal IEnumerable<string> Templates =>
    [
        .. new[] { User, Password, Token, SharedSecret, Room }.OfType<string>(),
        .. Actions.Values.SelectMany(steps => steps).SelectMany(step => step.Templates),
    ];

    /// <summary>An administrator of Synapse, or of a server with the same endpoints.</summary>
    /// <param name="sharedSecret">The server's <c>registration_shared_secret</c>, a template.</param>
    public static AdministratorSettings OfSynapse(string sharedSecret) => new()
    {
        SharedSecret = sharedSecret,
        Actions = new Dictionary<AdministratorAction, IReadOnlyList<AdministratorStep>>
        {
            [AdministratorAction.RegistrationToken] =
            [
                new AdministratorStep
                {
                    Call = "POST /_synapse/admin/v1/registration_tokens/new",
                    Body = new JsonObject(),
                    Result = "token",
                },
            ],
            [AdministratorAction.SingleUseToken] =
            [
                new AdministratorStep
                {
                    Call = "POST /_synapse/admin/v1/registration_tokens/new",
                    Body = new JsonObject { ["uses_allowed"] = 1 },
                    Result = "token",
                },
            ],
        },
    };
}
