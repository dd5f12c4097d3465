using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Hostile;

/// <summary>Servers whose statuses lead nowhere: refusals, redirects, pages of a proxy.</summary>
internal static class HostileStatuses
{
    private const string Location = "Location";

    /// <summary>Every server of this kind.</summary>
    public static IReadOnlyList<HostileServer> All { get; } =
    [
        Limited("a-year", "31536000"), Limited("soon", "soon"), Limited("never", "-5"), Limited("no-time", null),
        Limited("a-past-date", "Fri, 31 Dec 1999 23:59:59 GMT"), Limited("far-too-long", new string('9', 40)),
        new("bad-gateway-pages", "Every answer is the 502 page of a proxy.", WireLayer.Instead(_ => BadGateway())),
        new("every-tenth-fails", "Every tenth request fails with 500.",
            WireLayer.Instead(request => request.Number % 10 == 0 ? WireAnswer.OfError(500, "M_UNKNOWN", "The database is gone.") : null))
        {
            InProbes = HostileEnds.Bad | HostileEnds.Conforming,
            InScenarios = HostileEnds.Red | HostileEnds.Conforming,
        },
        new("fails-under-load", "A request that comes while two others are answered fails with 500.", _ => FailsUnderLoad())
        {
            // Some questions about what the server offers are asked at once, and none a second time.
            InProbes = HostileEnds.Conforming | HostileEnds.NotChecked | HostileEnds.Unusable,
            InScenarios = HostileEnds.Conforming,
        },
        new("no-content-with-a-body", "Every status is 204, and a body comes all the same.", WireLayer.Answers(answer => answer with
        {
            Status = 204,
            Form = new WireForm((sent, connection, token) =>
                connection.WriteAsync(WireForm.Join(WireForm.Head(sent, WireForm.Length(sent)), sent.Body), token), KeepsOpen: true),
        })),
        new("status-999", "Every status is 999.", WireLayer.Answers(answer => answer with { Status = 999 })),
        new("status-099", "Every status is 099.", WireLayer.Answers(answer => answer with { Status = 99 })),
        new("status-202", "Every success is 202.",
            WireLayer.Answers(answer => answer.Status == 200 ? answer with { Status = 202 } : answer)),
        new("redirects-to-itself", "Every request is redirected to where it was sent.",
            WireLayer.Instead(request => Redirect(request.Origin + request.Target))),
        new("redirects-in-a-circle", "Every request is redirected, and back again.",
            WireLayer.Instead(request => Redirect(
                request.Origin
                    + (request.Target.EndsWith("/x", StringComparison.Ordinal) ? request.Target[..^2] : request.Target + "/x")))),
        new("redirects-elsewhere", "Every request is redirected to another host.",
            other => WireLayer.Instead(request => Redirect(other.GetLeftPart(UriPartial.Authority) + request.Target))),
        new("redirects-to-a-file", "Every request is redirected to a file.", WireLayer.Instead(_ => Redirect("file:///etc/passwd"))),
        new("redirects-nowhere", "Every request is redirected to what is no address.", WireLayer.Instead(_ => Redirect("http://[::1"))),
        new("redirects-without-a-place", "Every request is redirected, but nobody says to where.",
            WireLayer.Instead(_ => WireAnswer.OfJson(302, "{}"))),
    ];

    private static WireLayer FailsUnderLoad()
    {
        // A scenario that is tried alone may send two requests at the same time.
        const int Most = 2;
        var underWay = 0;
        return new WireLayer
        {
            Filter = async (request, next, _) =>
            {
                try
                {
                    return Interlocked.Increment(ref underWay) > Most
                        ? WireAnswer.OfError(500, "M_UNKNOWN", "The database is locked.")
                        : await next(request);
                }
                finally
                {
                    Interlocked.Decrement(ref underWay);
                }
            },
        };
    }

    private static WireAnswer Redirect(string location) => WireAnswer.OfJson(307, "{}").WithHeader(Location, location);

    private static WireAnswer BadGateway() =>
        WireAnswer.OfJson(502, "<html><head><title>502 Bad Gateway</title></head></html>").OfType("text/html");

    private static HostileServer Limited(string name, string? retryAfter) => new(
        $"limited-{name}",
        retryAfter is null
            ? "Every answer is 429, and says nothing of when to come back."
            : $"Every answer is 429, with Retry-After: {retryAfter}.",
        WireLayer.Instead(_ =>
        {
            var refusal = WireAnswer.OfError(429, "M_LIMIT_EXCEEDED", "Too many requests.");
            return retryAfter is null ? refusal : refusal.WithHeader("Retry-After", retryAfter);
        }))
    {
        Filters = ["The list of devices is an array"],
    };
}
