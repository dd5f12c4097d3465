namespace Conformance.Matrix.Exchanges;

/// <summary>A text of a server, as long as a message may have it.</summary>
public static class ShortText
{
    private const int Longest = 120;

    /// <summary>The text, cut after 120 characters, and never within one.</summary>
    /// <param name="text">A text that is masked already, since half a secret cannot be recognised.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.Length > Longest && char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text.Length <= Longest ? text : $"{text[..end]}…";
    }
}
