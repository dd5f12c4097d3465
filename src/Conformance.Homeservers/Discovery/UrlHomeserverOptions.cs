using Conformance.Matrix.Actors;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>What the user says about a running homeserver.</summary>
public sealed record UrlHomeserverOptions
{
    /// <summary>The specification that the server will be judged by; null for the newest that is built in.</summary>
    public Specification? Specification { get; init; }

    /// <summary>What to call the target; null to call it by its URL.</summary>
    public string? Name { get; init; }

    /// <summary>The server's own version, where the user knows it; null to ask the server.</summary>
    public string? Version { get; init; }

    /// <summary>The header field of the server's answers that has its version; null to ask in other ways.</summary>
    public string? VersionHeader { get; init; }

    /// <summary>The version under test; null for the highest that the server claims and the suite has.</summary>
    public SpecVersion? SpecVersion { get; init; }

    /// <summary>A registration token; null if there is none. A secret.</summary>
    public string? RegistrationToken { get; init; }

    /// <summary>What makes registration tokens of one use; null if nothing does.</summary>
    public ISingleUseTokenMaker? SingleUseTokens { get; init; }

    /// <summary>The token of an application service registered with the server; null if there is none. A secret.</summary>
    public string? ApplicationServiceToken { get; init; }

    /// <summary>The prefix of the localparts in the application service's namespace, e.g. <c>_bridge_</c>; null if there is no
    /// application service.</summary>
    public string? ApplicationServiceUserPrefix { get; init; }

    /// <summary>The prefix of the localparts in the application service's shared namespace; null if it has none.</summary>
    public string? ApplicationServiceSharedPrefix { get; init; }

    /// <summary>The localpart of the application service's own user; null if it is not known.</summary>
    public string? ApplicationServiceSender { get; init; }

    /// <summary>Ready accounts to use instead of registering; empty to register. Secrets.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>Makes accounts in place of registration; null to register them.</summary>
    public IAccountMaker? AccountMaker { get; init; }

    /// <summary>Whether the server and its data end with the run, so that what the run makes need not be removed.</summary>
    public bool IsThrownAway { get; init; }

    /// <summary>The suite's own servers that the homeserver is set up to use.</summary>
    public CompanionSet Companions { get; init; } = CompanionSet.None;

    /// <summary>Needs that the user vouches for, besides those discovered, e.g. <c>rate-limit-config</c>.</summary>
    public IReadOnlyCollection<Need> AdditionalOffers { get; init; } = [];

    /// <summary>True to accept any TLS certificate.</summary>
    public bool Insecure { get; init; }

    /// <summary>A PEM file with certificate authorities to trust besides the system's; null for none.</summary>
    public string? CaFile { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The seed of the run's random choices.</summary>
    public int Seed { get; init; }
}
