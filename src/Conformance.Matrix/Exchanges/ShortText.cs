namespace Conformance.Matrix.Exchanges;

/// <summary>A text of a server, as long as a message may have it.</summary>
public static class ShortText
{
    /// <summary>The text, cut where it is too long, and never within a character.</summary>
    /// <param name="text">A text that is masked already, since half a secret cannot be recognised.</param>
    /// <param name="longest">How many UTF-16 units may stay, at least 1.</param>
    public static string Of(string text, int longest = 120)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= longest)
            return text;
        return $"{text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)}…";
    }
}
