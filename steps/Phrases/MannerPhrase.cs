namespace Conformance.Steps.Phrases;

/// <summary>How a stage is answered, where it is not answered properly.</summary>
/// <param name="WrongPassword">With a password that is not the person's.</param>
/// <param name="As">With another person's credentials; null for the caller's own.</param>
/// <param name="WithoutSession">Without passing the session back.</param>
public sealed record MannerPhrase(bool WrongPassword, string? As, bool WithoutSession)
{
    private const string Wrong = "with a wrong password";
    private const string AsSomebody = "as ";
    private const string NoSession = "without the session";

    /// <summary>The form of a manner, for step expressions.</summary>
    public const string Pattern = $"({Wrong}|{AsSomebody}{CallerPhrase.Name}|{NoSession})";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static MannerPhrase Parse(string text) =>
        new(text == Wrong, text.StartsWith(AsSomebody, StringComparison.Ordinal) ? text[AsSomebody.Length..] : null, text == NoSession);
}
