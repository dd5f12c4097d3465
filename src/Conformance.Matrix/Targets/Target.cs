using Conformance.Matrix.Companions;
using Conformance.Spec;

namespace Conformance.Matrix.Targets;

/// <summary>A homeserver under test, as the suite sees it.</summary>
public sealed record Target
{
    /// <summary>What the user called it: <c>embedded</c>, or the URL.</summary>
    public required string Name { get; init; }

    /// <summary>The base URL, without a path at its end.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The server's own name and version, e.g. <c>Synapse 1.160.0</c>; null if it does not say.</summary>
    public string? Version { get; init; }

    /// <summary>The versions of the specification that it claims, historical ones (<c>r0.6.1</c>) included.</summary>
    public IReadOnlyList<string> ClaimedVersions { get; init; } = [];

    /// <summary>The version under test: the highest claimed that the suite has, or the one asked for.</summary>
    public required SpecVersion SpecVersion { get; init; }

    /// <summary>The needs that it meets.</summary>
    public required IReadOnlySet<Need> Offers { get; init; }

    /// <summary>The needs of which it is not known whether it meets them, since the question was not answered properly; each with what was
    /// asked and answered. None of them is among <see cref="Offers"/>.</summary>
    public IReadOnlyDictionary<Need, string> Unknown { get; init; } = new Dictionary<Need, string>();

    /// <summary>What its target file offers and the server contradicts, with what was seen. None of it is among
    /// <see cref="Offers"/>.</summary>
    public IReadOnlyDictionary<Need, string> UntrueOffers { get; init; } = new Dictionary<Need, string>();

    /// <summary>The capabilities that it lists as not enabled, e.g. <c>m.change_password</c>; empty where nobody has asked.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>();

    /// <summary>A registration token to use where one is asked for; null if there is none. A secret.</summary>
    public string? RegistrationToken { get; init; }

    /// <summary>The token of an application service registered with the server; null if there is none. A secret.</summary>
    public string? ApplicationServiceToken { get; init; }

    /// <summary>How the localparts of the application service's users begin, e.g. <c>_bridge_</c>.</summary>
    public string ApplicationServiceUserPrefix { get; init; } = string.Empty;

    /// <summary>How localparts begin in a namespace of the application service that ordinary users may use too; null if it has
    /// none.</summary>
    public string? ApplicationServiceSharedPrefix { get; init; }

    /// <summary>The localpart of the application service's own user (<c>sender_localpart</c> of its registration); null if it is not
    /// known.</summary>
    public string? ApplicationServiceSender { get; init; }

    /// <summary>Ready accounts, where the suite may not register its own; empty if it may.</summary>
    public IReadOnlyList<Actors.Account> ReadyAccounts { get; init; } = [];

    /// <summary>The servers of the suite's own that it is set up to use.</summary>
    public CompanionSet Companions { get; init; } = CompanionSet.None;

    /// <summary>What makes accounts if not registration; null for registration.</summary>
    public IAccountMaker? AccountMaker { get; init; }

    /// <summary>What makes registration tokens of one use; null if nothing does.</summary>
    public ISingleUseTokenMaker? SingleUseTokens { get; init; }

    /// <summary>Whether the server and its data end with the run, so that what the run makes need not be removed.</summary>
    public bool IsThrownAway { get; init; }

    /// <summary>Why no accounts can be had; null where they can.</summary>
    public MissingAccounts? MissingAccounts { get; init; }

    /// <summary>Those of the needs that it is known not to meet.</summary>
    public IEnumerable<Need> Lacks(IEnumerable<Need> needs) => needs.Where(need => !Offers.Contains(need) && !Unknown.ContainsKey(need));
}
