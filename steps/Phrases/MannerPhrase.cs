namespace Conformance.Steps.Phrases;

/// <summary>How a stage is answered, where it is not answered properly.</summary>
public sealed record MannerPhrase
{
    private const string WrongPassword = "with a wrong password";
    private const string Wrong = "with a wrong answer";
    private const string Nothing = "without an answer";
    private const string AsSomebody = "as ";

    /// <summary>The form of a manner, for step expressions.</summary>
    public const string Pattern = $"({WrongPassword}|{Wrong}|{Nothing}|{AsSomebody}{CallerPhrase.Name})";

    /// <summary>The manner in which a stage is answered properly.</summary>
    public static MannerPhrase Proper { get; } = new();

    /// <summary>With a wrong password, token, captcha response or secret.</summary>
    public bool IsWrong { get; private init; }

    /// <summary>Without password, token, captcha response or validation session.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>With another person's credentials; null for the caller's own.</summary>
    public string? As { get; private init; }


    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static MannerPhrase Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MannerPhrase
        {
            IsWrong = text is WrongPassword or Wrong,
            IsEmpty = text == Nothing,
            As = text.StartsWith(AsSomebody, StringComparison.Ordinal) ? text[AsSomebody.Length..] : null,
        };
    }
}
