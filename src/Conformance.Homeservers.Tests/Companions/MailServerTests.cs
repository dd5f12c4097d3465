using System.Text;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Companions;

/// <summary>The mail sink speaks SMTP, with those who do not speak it well too.</summary>
public sealed class MailServerTests(CompanionsFixture companions) : IClassFixture<CompanionsFixture>
{
    private int Port => companions.Servers.MailPort;

    [Fact]
    public async Task A_message_arrives_at_every_recipient()
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        (await client.SayAsync("EHLO example.org")).Should().Be("250-localhost\n250-PIPELINING\n250-8BITMIME\n250-SMTPUTF8\n250 SIZE 10485760");
        (await client.SayAsync("MAIL FROM:<hs@example.org> BODY=8BITMIME SIZE=300")).Should().Be("250 2.1.0 ok");
        (await client.SayAsync("RCPT TO:<Both-1@Example.org>")).Should().Be("250 2.1.5 ok");
        (await client.SayAsync("rcpt to: <both-2@example.org>")).Should().Be("250 2.1.5 ok");
        (await client.SayAsync("DATA")).Should().StartWith("354 ");
        (await client.SayAsync("Subject: Hello\r\n\r\nfirst\r\n..dotted\r\n...\r\nhttps://hs.example.org/x?a=1&b=2.\r\n.")).Should().Be("250 2.0.0 taken");
        (await client.SayAsync("QUIT")).Should().Be("221 2.0.0 goodbye");
        (await client.HearAsync()).Should().Be("(closed)");
        var mailbox = companions.Servers.Set.Mailbox!;
        var mail = mailbox.To("both-1@example.org").Should().ContainSingle().Which;
        mailbox.Count("BOTH-2@example.org").Should().Be(1);
        mail.Sender.Should().Be("hs@example.org");
        mail.Recipients.Should().Equal("Both-1@Example.org", "both-2@example.org");
        mail.Subject.Should().Be("Hello");
        mail.Text.Should().Be("first\r\n.dotted\r\n..\r\nhttps://hs.example.org/x?a=1&b=2.\r\n");
        mail.Links.Should().Equal(new Uri("https://hs.example.org/x?a=1&b=2"));
    }

    [Fact]
    public async Task Commands_may_come_all_at_once()
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        await client.SendAsync(Encoding.ASCII.GetBytes("HELO x\r\nMAIL FROM:<>\r\nRCPT TO:<at-once@example.org>\r\nDATA\r\n"));
        (await client.HearAsync()).Should().Be("250 localhost");
        (await client.HearAsync()).Should().Be("250 2.1.0 ok");
        (await client.HearAsync()).Should().Be("250 2.1.5 ok");
        (await client.HearAsync()).Should().StartWith("354 ");
        (await client.SayAsync("\r\nbare\nlines\r\n.")).Should().Be("250 2.0.0 taken");
        companions.Servers.Set.Mailbox!.To("at-once@example.org").Should().ContainSingle().Which.Text.Should().Be("bare\r\nlines\r\n");
    }

    [Theory]
    [InlineData("MAIL FROM:<a@example.org>", "503 5.5.1 say EHLO first")]
    [InlineData("EHLO", "501 5.5.4 say who you are")]
    [InlineData("HELO x|MAIL FROM a@example.org", "501 5.5.4 write MAIL FROM:<address>")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|MAIL FROM:<b@example.org>", "503 5.5.1 one sender is enough")]
    [InlineData("HELO x|MAIL FROM:<a@example.org> SIZE=99999999", "552 5.3.4 message too large")]
    [InlineData("HELO x|RCPT TO:<a@example.org>", "503 5.5.1 say MAIL first")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|RCPT TO:<>", "501 5.5.4 write RCPT TO:<address>")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|DATA", "503 5.5.1 say MAIL and RCPT first")]
    [InlineData("HELO x|MAIL FROM:<a@example.org>|RSET|RCPT TO:<b@example.org>", "503 5.5.1 say MAIL first")]
    [InlineData("STARTTLS", "502 5.5.1 not implemented")]
    [InlineData("GET / HTTP/1.1", "500 5.5.2 command not known")]
    [InlineData("", "500 5.5.2 command not known")]
    [InlineData("NOOP", "250 2.0.0 ok")]
    public async Task A_client_that_errs_is_told_so(string lines, string last)
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        var answer = "";
        foreach (var line in lines.Split('|'))
            answer = await client.SayAsync(line);
        answer.Should().Be(last);
    }

    [Fact]
    public async Task A_command_without_end_is_too_long_and_too_many_errors_end_the_talk()
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        (await client.SayAsync(new string('x', 5000))).Should().Be("500 5.5.2 line too long");
        for (var error = 2; error <= 20; error++)
            (await client.SayAsync("WHAT")).Should().Be("500 5.5.2 command not known");
        (await client.SayAsync("WHAT")).Should().Be("421 4.7.0 too many errors");
        (await client.HearAsync()).Should().Be("(closed)");
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_and_the_next_one_taken()
    {
        await using var client = await SmtpClient.ConnectAsync(Port);
        await client.SayAsync("HELO x");
        foreach (var line in new[] { "MAIL FROM:<a@example.org>", "RCPT TO:<large@example.org>", "DATA" })
            await client.SayAsync(line);
        var row = Encoding.ASCII.GetBytes(new string('y', 60_000) + "\r\n");
        for (var rows = 0; rows < 180; rows++)
            await client.SendAsync(row);
        (await client.SayAsync(".")).Should().Be("552 5.3.4 message too large");
        foreach (var line in new[] { "MAIL FROM:<a@example.org>", "RCPT TO:<large@example.org>", "DATA" })
            await client.SayAsync(line);
        (await client.SayAsync("\r\nsmall\r\n.")).Should().Be("250 2.0.0 taken");
        companions.Servers.Set.Mailbox!.To("large@example.org").Should().ContainSingle().Which.Text.Should().Be("small\r\n");
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

        (await companions.Servers.Set.Mailbox!.AwaitAsync("half@example.org", 0, TimeSpan.FromMilliseconds(200), default)).Should().BeNull();
    }

    [Fact]
    public async Task A_message_can_be_waited_for()
    {
        var mailbox = companions.Servers.Set.Mailbox!;
        var waiting = mailbox.AwaitAsync("later@example.org", 0, TimeSpan.FromSeconds(20), default);
        waiting.IsCompleted.Should().BeFalse();
        await using var client = await SmtpClient.ConnectAsync(Port);
        foreach (var line in new[] { "HELO x", "MAIL FROM:<a@example.org>", "RCPT TO:<later@example.org>", "DATA", "Subject: now\r\n\r\n." })
            await client.SayAsync(line);
        (await waiting)!.Subject.Should().Be("now");
        (await mailbox.AwaitAsync("later@example.org", 1, TimeSpan.FromMilliseconds(50), default)).Should().BeNull("there is no second one");
    }
}
