using System.Collections.Concurrent;
using System.Text;
using System.Web;
using Conformance.Testing.Wire;
using FluentAssertions;

namespace Conformance.ReferenceServer.Tests;

/// <summary>As much of a provider of single sign-on as a homeserver talks to: its tickets are given out by <see
/// cref="TicketFor"/>.</summary>
internal sealed class FakeCas : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Ticket, string Service), string> _tickets = [];
    private readonly FakeServer _server;
    private int _issued;

    public FakeCas() => _server = FakeServer.Start(Answer);

    public Uri Url => new(_server.BaseUrl, "/cas");

    /// <summary>What is answered in place of a verdict; null to give verdicts.</summary>
    public FakeAnswer? Instead { get; set; }

    /// <summary>Lets a person sign on where a homeserver has sent the browser.</summary>
    /// <returns>Path and query on the homeserver to which the browser goes back.</returns>
    public string TicketFor(string person, string loginUrl)
    {
        loginUrl.Should().StartWith($"{Url.AbsoluteUri}/login?service=");
        var service = HttpUtility.ParseQueryString(new Uri(loginUrl).Query)["service"]!;
        var ticket = $"ST-{Interlocked.Increment(ref _issued)}";
        _tickets[(ticket, service)] = person;
        return $"{new Uri(service).PathAndQuery}&ticket={ticket}";
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private FakeAnswer Answer(FakeRequest request)
    {
        var query = HttpUtility.ParseQueryString(new Uri(_server.BaseUrl, request.Target).Query);
        var verdict = request.Path == "/cas/p3/proxyValidate" && _tickets.TryRemove((query["ticket"]!, query["service"]!), out var person)
            ? $"<cas:authenticationSuccess><cas:user>{HttpUtility.HtmlEncode(person)}</cas:user><cas:attributes/></cas:authenticationSuccess>"
            : """<cas:authenticationFailure code="INVALID_TICKET"/>""";
        return Instead ?? new FakeAnswer(
            200, Encoding.UTF8.GetBytes($"""<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">{verdict}</cas:serviceResponse>"""),
                ("Content-Type", "text/xml"));
    }
}
