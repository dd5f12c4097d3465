using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Conformance.Matrix.Companions;

namespace Conformance.Homeservers.Companions.Mail;

/// <summary>Reads what a person would see of a message (RFC 5322, MIME).</summary>
internal static partial class MailReader
{
    /// <summary>Reads a message. One that is put together wrongly is read as far as it goes.</summary>
    public static MailMessage Read(string sender, IReadOnlyList<string> recipients, byte[] message)
    {
        var root = MimePart.Read(message);
        var leaves = root.Leaves().Where(part => !part.IsAttachment).ToList();
        var text = leaves.FirstOrDefault(part => part.MediaType == "text/plain")?.Text();
        var html = leaves.FirstOrDefault(part => part.MediaType == "text/html")?.Text();
        return new MailMessage
        {
            Sender = sender,
            Recipients = recipients,
            Subject = root.Header("Subject") is { } subject ? EncodedWords.Decode(subject) : null,
            Text = text,
            Html = html,
            Links = [.. InText(text).Concat(InHtml(html)).Distinct()],
        };
    }

    private static IEnumerable<Uri> InText(string? text) =>
        text is null ? [] : Urls([.. Link().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\''))]);

    private static IEnumerable<Uri> InHtml(string? html)
    {
        if (html is null)
            return [];
        using var document = new HtmlParser().ParseDocument(html);
        return Urls([.. document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Trim())]);
    }

    private static IEnumerable<Uri> Urls(IReadOnlyList<string> links) =>
        links.Select(link => Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null).OfType<Uri>();

    [GeneratedRegex("""https?://[^\s<>"]+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
