using System.Text;
using FluentAssertions;
using MailKit.Security;
using MimeKit;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>The mail sink speaks SMTP, with those who do not speak it well too.</summary>
public sealed class MailServerTests(CompanionsFixture companions) : IClassFixture<CompanionsFixture>
{
    private int Port => companions.Servers.MailPort;

    [Fact]
    public async Task A_message_arrives_at_every_recipient()
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        (await client.SayAsync("EHLO example.org")).Split("\n")
            .Should().Contain(line => line.EndsWith("8BITMIME", StringComparison.Ordinal)).And.Contain(line =>
                line.EndsWith("SIZE 10485760", StringComparison.Ordinal));
        (await client.SayAsync("MAIL FROM:<hs@example.org> BODY=8BITMIME SIZE=300")).Should().StartWith("250 ");
        (await client.SayAsync("RCPT TO:<Both-1@Example.org>")).Should().StartWith("250 ");
        (await client.SayAsync("rcpt to: <both-2@example.org>")).Should().StartWith("250 ");
        (await client.SayAsync("DATA")).Should().StartWith("354 ");
        (await client.SayAsync("Subject: Hello\r\n\r\nfirst\r\n..dotted\r\n...\r\nhttps://hs.example.org/x?a=1&b=2.\r\n."))
            .Should().StartWith("250 ");
        (await client.SayAsync("QUIT")).Should().StartWith("221 ");
        (await client.HearAsync()).Should().Be("(closed)");
        var mailbox = companions.Servers.Set.Mailbox!;
        var mail = mailbox.To("both-1@example.org").Should().ContainSingle().Which;
        mailbox.Count("BOTH-2@example.org").Should().Be(1);
        mail.Sender.Should().Be("hs@example.org");
        mail.Recipients.Should().Equal("Both-1@Example.org", "both-2@example.org");
        mail.Subject.Should().Be("Hello");
        mail.Text!.ReplaceLineEndings("\n").Should().Be("first\n.dotted\n..\nhttps://hs.example.org/x?a=1&b=2.");
        mail.Links.Should().Equal(new Uri("https://hs.example.org/x?a=1&b=2"));
    }

    [Fact]
    public async Task Commands_may_come_all_at_once()
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        await client.SendAsync(Encoding.ASCII.GetBytes("HELO x\r\nMAIL FROM:<>\r\nRCPT TO:<at-once@example.org>\r\nDATA\r\n"));
        (await client.HearAsync()).Should().StartWith("250 ");
        (await client.HearAsync()).Should().StartWith("250 ");
        (await client.HearAsync()).Should().StartWith("250 ");
        (await client.HearAsync()).Should().StartWith("354 ");
        (await client.SayAsync("\r\nbare\nlines\r\n.")).Should().StartWith("250 ");
        companions.Servers.Set.Mailbox!.To("at-once@example.org").Should().ContainSingle().Which.Text!.ReplaceLineEndings("\n")
            .Should().Be("bare\nlines");
    }

    [Theory]
    [InlineData("MAIL FROM:<a@example.org>", "501")]
    [InlineData("EHLO", "502")]
    [InlineData("HELO x|MAIL FROM a@example.org", "502")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|MAIL FROM:<b@example.org>", "501")]
    [InlineData("HELO x|MAIL FROM:<a@example.org> SIZE=99999999", "552")]
    [InlineData("HELO x|RCPT TO:<a@example.org>", "501")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|RCPT TO:<>", "502")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|DATA", "501")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|RSET|RCPT TO:<b@example.org>", "501")]
    [InlineData("STARTTLS", "501")]
    [InlineData("GET / HTTP/1.1", "502")]
    [InlineData("", "502")]
    [InlineData("NOOP", "250")]
    public async Task A_client_that_errs_is_told_so(string lines, string status)
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        var answer = "";
        foreach (var line in lines.Split('|'))
            answer = await client.SayAsync(line);
        answer.Should().StartWith($"{status} ");
    }

    [Fact]
    public async Task Too_many_errors_end_the_talk()
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        for (var error = 1; error <= 20; error++)
            (await client.SayAsync("WHAT")).Should().StartWith("502 ");
        (await client.HearAsync()).Should().Be("(closed)");
    }

    [Fact]
    public async Task A_mail_program_is_understood()
    {
        var message = new MimeMessage
        {
            Subject = "Grüße",
            Body = new BodyBuilder
            {
                TextBody = "Öffne https://hs.example.org/x?token=ABCD now",
                HtmlBody = "<a href=\"https://hs.example.org/y\">here</a>"
            }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress("The homeserver", "hs@example.org"));
        message.To.Add(new MailboxAddress("Alice", "program@example.org"));
        using var client = new MailKit.Net.Smtp.SmtpClient();
        await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None);

        await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);

        var mail = companions.Servers.Set.Mailbox!.To("program@example.org").Should().ContainSingle().Which;
        (mail.Sender, mail.Subject, mail.Text).Should().Be(("hs@example.org", "Grüße", "Öffne https://hs.example.org/x?token=ABCD now"));
        mail.Links.Should().Equal(new Uri("https://hs.example.org/x?token=ABCD"), new Uri("https://hs.example.org/y"));
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_and_the_next_one_taken()
    {
        await using (var client = await SmtpClient.ConnectAsync(Port))
        {
            await BeginMessageAsync(client);
            var row = Encoding.ASCII.GetBytes(new string('y', 60_000) + "\r\n");
            var sending = async () =>
            {
                for (var rows = 0; rows < 180; rows++)
                    await client.SendAsync(row);
                return await client.SayAsync(".");
            };
            // The server hangs up after its answer, which is lost where the client is still sending.
            (await Answer(sending)).Should().BeOneOf("552", "(closed)");
        }

        await using var next = await SmtpClient.ConnectAsync(Port);
        await BeginMessageAsync(next);
        (await next.SayAsync("\r\nsmall\r\n.")).Should().StartWith("250 ");
        companions.Servers.Set.Mailbox!.To("large@example.org").Should().ContainSingle().Which.Text!.Trim().Should().Be("small");

        static async Task<string> Answer(Func<Task<string>> sending)
        {
            try
            {
                return (await sending()).Split(' ')[0];
            }
            catch (IOException)
            {
                return "(closed)";
            }
        }

        static async Task BeginMessageAsync(SmtpClient client)
        {
            foreach (var line in new[] { "HELO x", "MAIL FROM:<a@example.org>", "RCPT TO:<large@example.org>", "DATA" })
                await client.SayAsync(line);
        }
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_leaves_no_message()
    {
        await using (var client = await SmtpClient.ConnectAsync(Port))
        {
            await client.SayAsync("HELO x");
            foreach (var line in new[] { "MAIL FROM:<a@example.org>", "RCPT TO:<half@example.org>", "DATA" })
                await client.SayAsync(line);
            await client.SendAsync(Encoding.ASCII.GetBytes("\r\nhalf a mess"));
        }

        (await companions.Servers.Set.Mailbox!.AwaitAsync("half@example.org", 0, TimeSpan.FromMilliseconds(200), default))
            .Should().BeNull();
    }

    [Fact]
    public async Task A_message_can_be_waited_for()
    {
        var mailbox = companions.Servers.Set.Mailbox!;
        var waiting = mailbox.AwaitAsync("later@example.org", 0, TimeSpan.FromSeconds(20), default);
        waiting.IsCompleted.Should().BeFalse();
        await using var client = await SmtpClient.ConnectAsync(Port);
        foreach (
            var line in new[] { "HELO x", "MAIL FROM:<a@example.org>", "RCPT TO:<later@example.org>", "DATA", "Subject: now\r\n\r\n." })
            await client.SayAsync(line);
        (await waiting)!.Subject.Should().Be("now");
        (await mailbox.AwaitAsync("later@example.org", 1, TimeSpan.FromMilliseconds(50), default))
            .Should().BeNull("there is no second one");
    }
}
