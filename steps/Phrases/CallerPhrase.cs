namespace Conformance.Steps.Phrases;

/// <summary>Who makes a call, as a feature words it.</summary>
/// <param name="Kind">What sort of client it is.</param>
/// <param name="Actor">The person; null for an anonymous client.</param>
/// <param name="Device">The device; null for the person's first.</param>
public sealed record CallerPhrase(CallerKind Kind, string? Actor, string? Device)
{
    internal const string Name = "[A-Z][a-z]+";
    private const string Anonymous = "an anonymous client";
    private const string Unknown = "a client with an unknown token";
    private const string Service = "the application service as ";
    private const string On = " on \"";

    /// <summary>The form of a person's name, for step expressions.</summary>
    public const string ActorPattern = $"({Name})";

    /// <summary>The form of a caller, for step expressions.</summary>
    public const string Pattern = $"({Anonymous}|{Unknown}|{Service}{Name}|{Name}|{Name}{On}[^\"]*\")";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static CallerPhrase Parse(string text)
    {
        if (text == Anonymous)
            return new CallerPhrase(CallerKind.Anonymous, null, null);
        if (text == Unknown)
            return new CallerPhrase(CallerKind.UnknownToken, null, null);
        if (text.StartsWith(Service, StringComparison.Ordinal))
            return new CallerPhrase(CallerKind.ApplicationService, text[Service.Length..], null);

        var on = text.IndexOf(On, StringComparison.Ordinal);
        return on < 0
            ? new CallerPhrase(CallerKind.Person, text, null)
            : new CallerPhrase(CallerKind.Person, text[..on], text[(on + On.Length)..^1]);
    }
}
