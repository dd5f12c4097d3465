using System.Net;
using System.Net.Sockets;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Net;

namespace Conformance.Companions.Mail;

/// <summary>A mail sink: takes any message for anybody by SMTP (RFC 5321), and sends none on.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const int LargestMessage = 10 * 1024 * 1024;
    private const int MostErrors = 20;

    // How long a client may take over one line.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop;
    private readonly Task _serving;

    private MailServer(int port, Task serving, CancellationTokenSource stop) => (Port, _serving, _stop) = (port, serving, stop);

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts it.</summary>
    /// <param name="address">The address to listen on.</param>
    /// <param name="port">The port, 0 for a free one.</param>
    /// <param name="mailbox">Where messages go.</param>
    /// <exception cref="SocketException">The address or the port cannot be listened on.</exception>
    public static async Task<MailServer> StartAsync(IPAddress address, int port, Mailbox mailbox)
    {
        var listening = new TaskCompletionSource<int>();
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) => listening.SetResult(((IPEndPoint)started.LocalEndPoint).Port);
        var services = new ServiceProvider();
        services.Add(new MailStore(mailbox));
        services.Add(listeners);
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(address, port)))
            .MaxMessageSize(LargestMessage, MaxMessageSizeHandling.Strict)
            .MaxRetryCount(MostErrors)
            .CommandWaitTimeout(Patience)
            .Build();
        var stop = new CancellationTokenSource();
        var serving = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
        await await Task.WhenAny(listening.Task, serving);
        return new MailServer(await listening.Task, serving, stop);
    }

    /// <summary>Ends every conversation and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
