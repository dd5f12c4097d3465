using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>A step of an administrator's action: an HTTP call, or a message to a room. May hold secrets.</summary>
public sealed record AdministratorStep
{
    /// <summary>The method and the path of a call, a template; null for a message.</summary>
    public string? Call { get; init; }

    /// <summary>The body of the call, whose strings are templates; null for none.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>The member of the call's answer that has what the action gives; null for none.</summary>
    public string? Result { get; init; }

    /// <summary>The text of a message, a template; null for a call.</summary>
    public string? Message { get; init; }

    /// <summary>What the reply to the message looks like; its group, if there is one, is what the action gives. Null to wait for no
    /// reply.</summary>
    public Regex? Answer { get; init; }

    /// <summary>Whether the step gives something, such as a token.</summary>
    internal bool HasResult => Result is not null || Answer?.GetGroupNumbers().Length == 2;

    /// <summary>The templates of the step.</summary>
    internal IEnumerable<string> Templates =>
        [.. new[] { Call, Message }.OfType<string>(), .. Body is null ? [] : FileTemplate.Strings(Body)];
}
