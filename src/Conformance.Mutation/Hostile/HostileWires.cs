using System.Text;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Hostile;

/// <summary>Servers that put their answers on the wire as no web server does.</summary>
internal static class HostileWires
{
    private const int ManyHeaders = 100_000;
    private const int MegabyteOfSpaces = 1 << 20;

    // Each scenario would only wait, so one is enough.
    private static readonly IReadOnlyList<string> One = ["The list of devices is an array"];

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    /// <summary>Every server of this kind.</summary>
    public static IReadOnlyList<HostileServer> All { get; } =
    [
        new("headers-byte-by-byte", "The header of each answer comes byte by byte.", Form(async (answer, connection, token) =>
        {
            await connection.DripAsync(
                Encoding.Latin1.GetBytes(WireForm.Head(answer, WireForm.Length(answer), "Connection: close")), TimeSpan.Zero, token);
            await connection.WriteAsync(answer.Body, token);
        }))
        {
            InProbes = HostileEnds.Conforming,
            InScenarios = HostileEnds.Conforming,
            Filters = One,
        },
        new("one-byte-a-second", "Each body comes with one byte a second.", Form(async (answer, connection, token) =>
        {
            await connection.WriteAsync(WireForm.Head(answer, WireForm.Length(answer)), token);
            await connection.DripAsync(answer.Body, Second, token);
        }))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("length-too-great", "The length says more bytes than come before the connection ends.", Form((answer, connection, token) =>
            connection.WriteAsync(
                WireForm.Join(WireForm.Head(answer, $"Content-Length: {answer.Body.Length + 10}", "Connection: close"), answer.Body),
                token)))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
        },
        new("length-too-small", "The length says fewer bytes than come.", Form((answer, connection, token) =>
            connection.WriteAsync(
                WireForm.Join(WireForm.Head(answer, $"Content-Length: {answer.Body.Length / 2}"), answer.Body), token), keepsOpen: true)),
        new("length-of-a-lie", "The length is no number.", Form((answer, connection, token) =>
            connection.WriteAsync(WireForm.Join(WireForm.Head(answer, "Content-Length: many"), answer.Body), token)))
        {
            // The suite judges Matrix, and reads on to the end of the connection.
            InProbes = HostileEnds.Bad | HostileEnds.Conforming,
            InScenarios = HostileEnds.Red | HostileEnds.Conforming,
        },
        new("two-lengths", "There are two lengths.", Form((answer, connection, token) =>
            connection.WriteAsync(
                WireForm.Join(WireForm.Head(answer, "Content-Length: 1", WireForm.Length(answer)), answer.Body), token))),
        new("half-a-chunk", "The connection ends within a chunk.", Form((answer, connection, token) =>
            connection.WriteAsync(WireForm.Join(WireForm.Head(answer, "Transfer-Encoding: chunked") + "ffff\r\n", answer.Body), token)))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
        },
        new("bad-chunk-size", "The size of a chunk is no number.", Form((answer, connection, token) =>
            connection.WriteAsync(WireForm.Join(WireForm.Head(answer, "Transfer-Encoding: chunked") + "xyz\r\n", answer.Body), token)))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
        },
        new("endless-bodies", "Each body is endless.", Form((answer, connection, token) => EndlessAsync(answer, connection, token)))
        {
            IsLarge = true,
        },
        new("endless-devices", "The list of devices is endless.", WireLayer.Answers("getDevices", answer => answer with
        {
            Form = new WireForm(EndlessAsync),
        }))
        {
            InProbes = HostileEnds.None,
            Filters = ["features/devices/listing"],
            IsLarge = true,
        },
        new("endless-headers", "A hundred thousand header fields come with each answer.", Form((answer, connection, token) =>
            connection.WriteAsync(
                WireForm.Join(
                    WireForm.Head(
                        answer, [.. Enumerable.Range(0, ManyHeaders).Select(number => $"X-{number}: y"), WireForm.Length(answer)]),
                    answer.Body),
                token)))
        {
            IsLarge = true,
        },
        new("endless-continue", "A 1xx comes again and again, and no answer after it.", Form((_, connection, token) =>
            connection.RepeatAsync("HTTP/1.1 102 Processing\r\n\r\n"u8.ToArray(), Instant, token)))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("http-0-9", "The answer is a body alone, as in HTTP/0.9.", Form((answer, connection, token) =>
            connection.WriteAsync(answer.Body, token)))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
        },
        new("not-http", "The answer is the greeting of a mail server.", new WireLayer
        {
            Connected = async (connection, token) =>
            {
                await connection.WriteAsync("220 mail.example.org ESMTP\r\n", token);
                connection.Reset();
            },
        })
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("reset-before-the-request", "The connection is reset before the request is read.", new WireLayer
        {
            Connected = (connection, _) =>
            {
                connection.Reset();
                return Task.CompletedTask;
            },
        })
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("reset-after-the-request", "The connection is reset after the request is read.", Form((_, connection, _) =>
        {
            connection.Reset();
            return Task.CompletedTask;
        }))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("reset-after-the-head", "The connection is reset after the head of each answer.", Form(async (answer, connection, token) =>
        {
            await connection.WriteAsync(WireForm.Head(answer, WireForm.Length(answer)), token);
            connection.Reset();
        }))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("reset-within-the-body", "The connection is reset within each body.", Form(async (answer, connection, token) =>
        {
            await connection.WriteAsync(
                WireForm.Join(WireForm.Head(answer, WireForm.Length(answer)), answer.Body[..(answer.Body.Length / 2)]), token);
            connection.Reset();
        }))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("silence", "No answer comes, and the connection stays open.", Form((_, connection, token) => connection.WaitAsync(token)))
        {
            InScenarios = HostileEnds.Red | HostileEnds.Unusable,
            Filters = One,
        },
        new("http-1-0", "The answers are of HTTP/1.0.", Form((answer, connection, token) =>
            connection.WriteAsync(
                WireForm.Join(WireForm.Head(answer).Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal), answer.Body), token)))
        {
            InProbes = HostileEnds.Conforming,

            // A connection for each request is slow on a busy machine, and a scenario has three seconds here.
            InScenarios = HostileEnds.Conforming | HostileEnds.NotChecked,
        },
        new("connection-close", "Each connection ends after an answer.",
            WireLayer.Answers(answer => answer with { Form = WireForm.Closing }))
        {
            InProbes = HostileEnds.Conforming,
            InScenarios = HostileEnds.Conforming,
        },
    ];

    private static WireLayer Form(Func<WireAnswer, WireConnection, CancellationToken, Task> send, bool keepsOpen = false)
    {
        var form = new WireForm(send, keepsOpen);
        return WireLayer.Answers(answer => answer with { Form = form });
    }

    private static async Task EndlessAsync(WireAnswer answer, WireConnection connection, CancellationToken cancellationToken)
    {
        await connection.WriteAsync(WireForm.Head(answer, "Connection: close"), cancellationToken);
        await connection.WriteAsync(answer.Body, cancellationToken);
        await connection.RepeatAsync(Encoding.ASCII.GetBytes(new string(' ', MegabyteOfSpaces)), TimeSpan.Zero, cancellationToken);
    }
}
