using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Conformance.Matrix.Companions;
using MimeKit;

namespace Conformance.Companions.Mail;

/// <summary>Reads what a person would see of a message (RFC 5322, MIME).</summary>
internal static partial class MailReader
{
    // Registers the character sets of old mail programs, which the runtime lacks.
    static MailReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a message; a malformed one as far as possible.</summary>
    public static MailMessage Read(string sender, IReadOnlyList<string> recipients, byte[] message)
    {
        var mail = Load(message);
        var parts = mail.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment).ToList();
        var text = parts.FirstOrDefault(part => part.IsPlain)?.Text;
        var html = parts.FirstOrDefault(part => part.IsHtml)?.Text;
        return new MailMessage
        {
            Sender = sender,
            Recipients = recipients,
            Subject = mail.Subject,
            Text = text,
            Html = html,
            Links = [.. InText(text).Concat(InHtml(html)).Distinct()],
        };
    }

    private static MimeMessage Load(byte[] message)
    {
        using var stream = new MemoryStream(message, writable: false);
        try
        {
            return MimeMessage.Load(stream);
        }
        catch (FormatException)
        {
            // It has no header.
            return new MimeMessage();
        }
    }

    private static IEnumerable<Uri> InText(string? text) =>
        text is null
            ? []
            : Urls([.. Link().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\''))]);

    private static IEnumerable<Uri> InHtml(string? html)
    {
        if (html is null)
            return [];
        using var document = new HtmlParser().ParseDocument(html);
        return Urls([.. document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Trim())]);
    }

    private static IEnumerable<Uri> Urls(IReadOnlyList<string> links) =>
        links.Select(link => Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null)
            .OfType<Uri>();

    [GeneratedRegex("""https?://[^\s<>"]+""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
