namespace Conformance.Homeservers.Companions.Mail;

/// <summary>The argument of MAIL or RCPT: a mailbox in angle brackets, and parameters.</summary>
/// <param name="Address">The mailbox; empty for the null sender.</param>
/// <param name="Parameters">The parameters by name.</param>
internal sealed record SmtpPath(string Address, IReadOnlyDictionary<string, string> Parameters)
{
    private const int LongestAddress = 512;

    /// <summary>Reads it; null where it has another form.</summary>
    /// <param name="argument">What follows the verb.</param>
    /// <param name="keyword"><c>FROM:</c> or <c>TO:</c>.</param>
    public static SmtpPath? Read(string argument, string keyword)
    {
        if (!argument.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = argument[keyword.Length..].TrimStart();
        var close = Close(rest);
        if (close < 0)
            return null;
        var address = rest[1..close];
        if (address.Length > LongestAddress || address.Any(char.IsControl))
            return null;
        // A source route is obsolete, and to be ignored.
        if (address.StartsWith('@') && address.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            address = address[(colon + 1)..];
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in rest[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            parameters[equals < 0 ? parameter : parameter[..equals]] = equals < 0 ? "" : parameter[(equals + 1)..];
        }

        return new SmtpPath(address, parameters);
    }

    /// <summary>Where the angle bracket closes that opens at the beginning; one inside a quoted local part does not count.</summary>
    private static int Close(string text)
    {
        if (!text.StartsWith('<'))
            return -1;
        var isQuoted = false;
        for (var at = 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when isQuoted:
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '>' when !isQuoted:
                    return at;
            }
        }

        return -1;
    }
}
