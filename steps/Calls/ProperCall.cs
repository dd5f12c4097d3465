using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Conformance.Spec;
using Conformance.Steps.Phrases;

namespace Conformance.Steps.Calls;

/// <summary>How an operation is called so that it would succeed: an entry of <c>proper-calls.json</c>.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="By">Who calls it: <c>Alice</c>, or <c>somebody</c> without an access token.</param>
/// <param name="With">The arguments, <c>{name}</c> not yet filled in. What the schema requires beyond them is made up.</param>
public sealed record ProperCall(string Operation, string By, JsonObject With)
{
    /// <summary>What the server must offer, of <see cref="Need"/>.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The arguments of an earlier call, where user-interactive authentication is asked for only when the operation is used
    /// again; null elsewhere.</summary>
    public JsonObject? First { get; init; }

    /// <summary>Whether the server then sends a message or asks another server.</summary>
    [JsonPropertyName("reaches-out")]
    public bool ReachesOut { get; init; }

    /// <summary>Who calls it.</summary>
    [JsonIgnore]
    public CallerPhrase Caller => CallerPhrase.Parse(By);
}
