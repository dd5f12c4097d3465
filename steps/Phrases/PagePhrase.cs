namespace Conformance.Steps.Phrases;

/// <summary>How the fallback page of a stage is used.</summary>
/// <param name="Manner">In which manner its form is filled in.</param>
public sealed record PagePhrase(MannerPhrase Manner)
{
    private const string Page = "its fallback page";

    /// <summary>The form of it, for step expressions.</summary>
    public const string Pattern = $"({Page}|{Page} as {CallerPhrase.Name}|{Page} with a wrong answer)";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static PagePhrase Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PagePhrase(text == Page ? MannerPhrase.Proper : MannerPhrase.Parse(text[(Page.Length + 1)..]));
    }
}
