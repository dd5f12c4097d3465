using System.Text.RegularExpressions;

namespace Conformance.Steps.Phrases;

/// <summary>Who makes a call, as a feature words it.</summary>
/// <param name="Kind">What sort of client it is.</param>
/// <param name="Actor">The person; null for a client without one.</param>
/// <param name="Device">The device, for an application service <c>{name}</c> not yet filled in; null for the person's first.</param>
public sealed partial record CallerPhrase(CallerKind Kind, string? Actor, string? Device)
{
    internal const string Name = "[A-Z][a-z]+";
    private const string Anonymous = "somebody";
    private const string New = "the new session";
    private const string Unknown = "a client with an unknown token";
    private const string Service = "the application service";
    private const string With = "with the access token";

    /// <summary>The form of a person's name, for step expressions.</summary>
    public const string ActorPattern = $"({Name})";

    /// <summary>A client without an access token.</summary>
    public static CallerPhrase Somebody { get; } = new(CallerKind.Anonymous, null, null);

    /// <summary>The form of a caller, for step expressions.</summary>
    public const string Pattern =
        $"({Anonymous}|{New}|{Unknown}|{Service}|{Service} on \"[^\"]*\"|{Service} as {Name}|{Service} as \"[^\"]*\"|{Service} as {Name} on \"[^\"]*\"|{Name}|{Name} on \"[^\"]*\"|{Name} {With} \"[^\"]*\")";

    /// <summary>The access token to send in place of that of a device (<c>with the access token "{renewed}"</c>), <c>{name}</c> not yet
    /// filled in; null for the device's own.</summary>
    public string? Token { get; init; }

    /// <summary>The user whose identity the application service asserts by id (<c>the application service as "@_bridge_x:example.org"</c>),
    /// <c>{name}</c> not yet filled in.</summary>
    public string? AssertedUserId { get; init; }

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static CallerPhrase Parse(string text)
    {
        if (text == Anonymous)
            return Somebody;
        if (text == New)
            return new CallerPhrase(CallerKind.NewSession, null, null);
        if (text == Unknown)
            return new CallerPhrase(CallerKind.UnknownToken, null, null);

        var parts = Parts().Match(text);
        var quoted = parts.Groups["quoted"] is { Success: true } group ? group.Value : null;
        var actor = parts.Groups["actor"] is { Success: true } name ? name.Value : null;
        if (parts.Groups["service"].Success)
        {
            return parts.Groups["on"].Success
                ? new CallerPhrase(CallerKind.ApplicationService, actor, quoted)
                : new CallerPhrase(CallerKind.ApplicationService, actor, null) { AssertedUserId = quoted };
        }

        return parts.Groups["on"].Success
            ? new CallerPhrase(CallerKind.Person, actor, quoted)
            : new CallerPhrase(CallerKind.Person, actor, null) { Token = quoted };
    }

    [GeneratedRegex($"^(?<service>{Service}( as )?)?(?<actor>{Name})?((?<on> on )|( {With} ))?(\"(?<quoted>[^\"]*)\")?")]
    private static partial Regex Parts();
}
