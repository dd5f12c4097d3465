using System.Text;
using Conformance.Matrix.Companions;

namespace Conformance.Homeservers.Companions.Mail;

/// <summary>One client's conversation by SMTP (RFC 5321; 8BITMIME, PIPELINING, SIZE, SMTPUTF8). Whatever the client says, it gets an answer and the conversation an end.</summary>
/// <param name="stream">The connection.</param>
/// <param name="deliver">Takes each message in.</param>
/// <param name="patience">How long the client may take over one line.</param>
internal sealed class SmtpConversation(Stream stream, Action<MailMessage> deliver, TimeSpan patience)
{
    private const int LongestCommand = 2048;
    private const int LongestTextLine = 64 << 10;
    private const int LargestMessage = 10 << 20;
    private const int MostRecipients = 100;
    private const int MostErrors = 20;

    private readonly SmtpLines _lines = new(stream, patience);
    private readonly List<string> _recipients = [];
    private string? _sender;
    private bool _greeted;
    private int _errors;

    /// <summary>Talks until the client is done.</summary>
    /// <param name="isCrowded">Whether there are too many clients already.</param>
    /// <param name="cancellationToken">Ends the conversation.</param>
    /// <exception cref="IOException">The client went away.</exception>
    public async Task RunAsync(bool isCrowded, CancellationToken cancellationToken)
    {
        if (isCrowded)
        {
            await SayAsync("421 too many connections, try again later", cancellationToken);
            return;
        }

        try
        {
            await SayAsync("220 localhost ESMTP mail sink", cancellationToken);
            while (await _lines.ReadAsync(LongestCommand, LargestMessage, cancellationToken) is { } line)
            {
                var (answer, isOver) = line.IsTooLong ? ("500 5.5.2 line too long", false) : await ObeyAsync(Encoding.UTF8.GetString(line.Bytes), cancellationToken);
                if (answer[0] is '5' && ++_errors > MostErrors)
                    (answer, isOver) = ("421 4.7.0 too many errors", true);
                await SayAsync(answer, cancellationToken);
                if (isOver)
                    return;
            }
        }
        catch (TimeoutException)
        {
            await SayAsync("421 4.4.2 timeout", cancellationToken);
        }
    }

    private async Task<(string Answer, bool IsOver)> ObeyAsync(string line, CancellationToken cancellationToken)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var verb = (space < 0 ? line : line[..space]).ToUpperInvariant();
        var argument = space < 0 ? "" : line[(space + 1)..].Trim();
        switch (verb)
        {
            case "EHLO" or "HELO":
                if (argument.Length == 0)
                    return ("501 5.5.4 say who you are", false);
                Reset();
                _greeted = true;
                return (verb == "HELO" ? "250 localhost" : $"250-localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {LargestMessage}", false);
            case "MAIL":
                return (From(argument), false);
            case "RCPT":
                return (To(argument), false);
            case "DATA":
                return await DataAsync(argument, cancellationToken);
            case "RSET":
                Reset();
                return ("250 2.0.0 ok", false);
            case "NOOP":
                return ("250 2.0.0 ok", false);
            case "VRFY":
                return ("252 2.1.5 send a message and see", false);
            case "HELP":
                return ("214 2.0.0 see RFC 5321", false);
            case "QUIT":
                return ("221 2.0.0 goodbye", true);
            case "EXPN" or "STARTTLS" or "AUTH" or "BDAT":
                return ("502 5.5.1 not implemented", false);
            default:
                return ("500 5.5.2 command not known", false);
        }
    }

    private string From(string argument)
    {
        if (!_greeted)
            return "503 5.5.1 say EHLO first";
        if (_sender is not null)
            return "503 5.5.1 one sender is enough";
        if (SmtpPath.Read(argument, "FROM:") is not { } path)
            return "501 5.5.4 write MAIL FROM:<address>";
        if (path.Parameters.TryGetValue("SIZE", out var size) && long.TryParse(size, out var bytes) && bytes > LargestMessage)
            return "552 5.3.4 message too large";
        _sender = path.Address;
        return "250 2.1.0 ok";
    }

    private string To(string argument)
    {
        if (_sender is null)
            return "503 5.5.1 say MAIL first";
        if (SmtpPath.Read(argument, "TO:") is not { Address.Length: > 0 } path)
            return "501 5.5.4 write RCPT TO:<address>";
        if (_recipients.Count >= MostRecipients)
            return "452 4.5.3 too many recipients";
        _recipients.Add(path.Address);
        return "250 2.1.5 ok";
    }

    private async Task<(string Answer, bool IsOver)> DataAsync(string argument, CancellationToken cancellationToken)
    {
        if (argument.Length > 0)
            return ("501 5.5.4 DATA takes no argument", false);
        if (_sender is not { } sender || _recipients.Count == 0)
            return ("503 5.5.1 say MAIL and RCPT first", false);
        await SayAsync("354 end with a dot on a line of its own", cancellationToken);
        using var message = new MemoryStream();
        string? trouble = null;
        while (true)
        {
            if (await _lines.ReadAsync(LongestTextLine, LargestMessage, cancellationToken) is not { } line)
                return ("421 4.4.2 the message has no end", true);
            if (line.Bytes is [(byte)'.'] && !line.IsTooLong)
                break;
            if (line.IsTooLong)
                trouble ??= "500 5.5.2 line too long";
            if (message.Length + line.Bytes.Length > LargestMessage)
            {
                // One who goes on and on is not listened to for ever.
                if (trouble is not null && trouble[..3] == "552")
                    return ("421 4.3.4 message too large", true);
                trouble = "552 5.3.4 message too large";
                message.SetLength(0);
            }

            // A leading dot was doubled by the client (RFC 5321, 4.5.2).
            message.Write(line.Bytes is [(byte)'.', ..] ? line.Bytes.AsSpan(1) : line.Bytes);
            message.Write("\r\n"u8);
        }

        var recipients = _recipients.ToList();
        Reset();
        if (trouble is not null)
            return (trouble, false);
        deliver(MailReader.Read(sender, recipients, message.ToArray()));
        return ("250 2.0.0 taken", false);
    }

    private void Reset()
    {
        _sender = null;
        _recipients.Clear();
    }

    private async Task SayAsync(string answer, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{answer}\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }
}
