namespace Conformance.Steps.Phrases;

/// <summary>A message that is confirmed, by its address, and how the code of a text message is handed in.</summary>
/// <param name="Address">The email address or telephone number, <c>{name}</c> not yet filled in.</param>
/// <param name="WrongToken">Whether another code is handed in.</param>
/// <param name="WrongSecret">Whether another client's secret is handed in.</param>
public sealed record MessagePhrase(string Address, bool WrongToken, bool WrongSecret)
{
    private const string Quoted = "\"[^\"]*\"";
    private const string OtherToken = " with a wrong token";
    private const string OtherSecret = " with a wrong client secret";

    /// <summary>The form of it, for step expressions.</summary>
    public const string Pattern = $"({Quoted}|{Quoted}{OtherToken}|{Quoted}{OtherSecret})";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static MessagePhrase Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MessagePhrase(
            text[1..text.LastIndexOf('"')], text.EndsWith(OtherToken, StringComparison.Ordinal), text.EndsWith(OtherSecret, StringComparison.Ordinal));
    }
}
