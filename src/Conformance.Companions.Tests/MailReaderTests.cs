using System.Text;
using Conformance.Companions.Mail;
using Conformance.Matrix.Companions;
using FluentAssertions;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>Mail is read as a person would see it.</summary>
public sealed class MailReaderTests
{
    [Fact]
    public void A_multipart_message_gives_its_plain_text_and_its_html()
    {
        var mail = Read("""
            Subject: =?utf-8?b?R3LDvMOfZQ==?= =?windows-1252?q?_an_=E4lle?= end
            Content-Type: multipart/mixed;
             boundary="outer; \"x\""

            preamble
            --outer; "x"
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe, open https://hs.example.org/submit?tok=
            en=3Dabc&sid=3D1 now
            --inner
            Content-Type: text/html; charset=us-ascii
            Content-Transfer-Encoding: base64

            PGEgaHJlZj0iaHR0cHM6Ly9ocy5leGFtcGxlLm9y
            Zy9hP3g9MSZhbXA7eT0yIj5vcGVuPC9hPg==
            --inner--
            --outer; "x"
            Content-Type: text/plain
            Content-Disposition: attachment; filename="a.txt"

            https://example.org/attached
            --outer; "x"--
            epilogue https://example.org/epilogue
            """);
        mail.Subject.Should().Be("Grüße an älle end");
        mail.Text.Should().Be("Grüße, open https://hs.example.org/submit?token=abc&sid=1 now");
        mail.Html.Should().Be("""<a href="https://hs.example.org/a?x=1&amp;y=2">open</a>""");
        mail.Links.Should().Equal(new Uri("https://hs.example.org/submit?token=abc&sid=1"), new Uri("https://hs.example.org/a?x=1&y=2"));
    }

    [Theory]
    [InlineData("utf-8", "Grüße €")]
    [InlineData("iso-8859-1", "Grüße")]
    [InlineData("windows-1252", "Grüße €")]
    [InlineData("utf-16", "Grüße")]
    [InlineData("koi8-r", "Привет")]
    public void Text_is_read_in_its_character_set(string charset, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        byte[] message = [.. Encoding.ASCII.GetBytes(
            $"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"), .. encoding.GetBytes(text)];
        MailReader.Read("", ["a@example.org"], message).Text.Should().Be(text);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("\r\n", "")]
    [InlineData("no header at all", null)]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\nno part", null)]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nnever closed", "never closed")]
    [InlineData("Content-Type: text/plain; charset=never-heard-of\r\n\r\nx", "x")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\neHh4eA=", "xxx")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\na=zz=", "a=zz")]
    public void A_message_that_is_put_together_wrongly_is_read_as_far_as_it_goes(string message, string? text)
    {
        var mail = MailReader.Read("", ["a@example.org"], Encoding.ASCII.GetBytes(message));
        mail.Links.Should().BeEmpty();
        mail.Text.Should().Be(text);
    }

    [Theory]
    [InlineData("7bit", "https://hs.example.org/submit?token=ABCD&sid=3D", "https://hs.example.org/submit?token=ABCD&sid=3D")]
    [InlineData("8bit", "https://hs.example.org/submit?token=ABCD", "https://hs.example.org/submit?token=ABCD")]
    [InlineData("quoted-printable", "https://hs.example.org/submit?token=3DABCD", "https://hs.example.org/submit?token=ABCD")]
    public void Links_are_as_they_were_sent(string encoding, string sent, string link) =>
        // "=AB" is a character where the text is quoted-printable, and nowhere else.
        Read($"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\nOpen {sent} now.\n").Links.Should().Equal(
            new Uri(link));

    private static MailMessage Read(string message) =>
        MailReader.Read("", ["a@example.org"], Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")));
}
