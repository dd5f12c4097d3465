using System.Net;
using System.Net.Sockets;

namespace Conformance.Homeservers.Companions.Mail;

/// <summary>A mail sink: takes any message for anybody by SMTP (RFC 5321), and sends none on.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const int MostConnections = 200;

    private readonly TcpListener _listener;
    private readonly Mailbox _mailbox;
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Task> _serving = [];
    private readonly Lock _gate = new();
    private readonly Task _accepting;

    private MailServer(TcpListener listener, Mailbox mailbox)
    {
        _listener = listener;
        _mailbox = mailbox;
        _accepting = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How long a client may take over one line.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Starts it.</summary>
    /// <exception cref="SocketException">The address or the port cannot be listened on.</exception>
    public static MailServer Start(IPAddress address, int port, Mailbox mailbox)
    {
        var listener = new TcpListener(address, port);
        listener.Start();
        return new MailServer(listener, mailbox);
    }

    /// <summary>Ends every conversation and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        Task[] serving;
        lock (_gate)
            serving = [.. _serving];
        await Task.WhenAll(serving);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Begin(client);
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A client that was gone before it was let in is no reason to turn the others away.
            }
        }
    }

    private void Begin(TcpClient client)
    {
        lock (_gate)
        {
            var isCrowded = _serving.Count >= MostConnections;
            var task = ServeAsync(client, isCrowded);
            if (task.IsCompleted)
                return;
            _serving.Add(task);
            _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Forget(Task task)
    {
        lock (_gate)
            _serving.Remove(task);
    }

    private async Task ServeAsync(TcpClient client, bool isCrowded)
    {
        await Task.Yield();
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await new SmtpConversation(stream, _mailbox.Add, Patience).RunAsync(isCrowded, _stop.Token);
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away, or the server stops; a message that was not finished is none.
            }
        }
    }
}
