namespace Conformance.Steps.Sso;

/// <summary>Looks at the URL to which single sign-on returned.</summary>
internal static class ReturnedUrl
{
    private const string TokenParameter = "loginToken";

    /// <summary>What is wrong with it, one phrase; null for nothing.</summary>
    /// <param name="asked">The client's URL.</param>
    /// <param name="returned">Where the browser was sent.</param>
    public static string? Flaw(string asked, Uri returned)
    {
        var got = Parameters(returned.OriginalString);
        var tokens = got.Count(pair => pair.Key == TokenParameter);
        if (tokens != 1)
            return $"{tokens} parameters {TokenParameter}";
        var lost = Parameters(asked).Where(pair => pair.Key != TokenParameter && !got.Contains(pair)).Select(pair => pair.Key).ToList();
        return lost.Count == 0 ? null : $"the parameter {string.Join(", ", lost)} is not kept";
    }

    private static List<KeyValuePair<string, string>> Parameters(string url)
    {
        var query = url.Split('#')[0].Split('?', 2);
        return query.Length < 2
            ? []
            : [.. query[1].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
                .Select(pair => KeyValuePair.Create(Decode(pair[0]), Decode(pair.ElementAtOrDefault(1) ?? "")))];
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
