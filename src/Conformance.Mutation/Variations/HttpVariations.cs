using System.Globalization;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Variations;

/// <summary>The same answers in other forms of HTTP, or later.</summary>
internal static class HttpVariations
{
    /// <summary>Answers with more header fields.</summary>
    public static Variation FurtherHeaders { get; } = new("further-headers", "Every answer has header fields of a proxy.")
    {
        Layer = () => WireLayer.Answers(answer => answer with
        {
            Headers =
            [
                new("Server", "proxy"), .. answer.Headers, new("Via", "1.1 proxy"), new("X-Request-Id", "1"),
                new("Set-Cookie", "proxy=b; HttpOnly"), new("Set-Cookie", "other=c; Path=/"), new("Cache-Control", "no-store"),
            ],
        }),
        Filters = Selections.EveryKind,
    };

    /// <summary>Every variation of this kind.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        Typed("content-type-parameters", "application/json; charset=utf-8; version=\"1\""),
        Typed("content-type-case", "Application/JSON;Charset=UTF-8"),
        Typed("content-type-space", "application/json ; charset=\"utf-8\""),
        Formed("chunked", "Every body comes in chunks.", WireForm.Chunked),
        Formed("until-the-end", "Every body ends with its connection.", WireForm.UntilTheEnd),
        Formed("connection-close", "Every connection ends after an answer.", WireForm.Closing),
        Formed("early-hints", "A 103 comes before each answer.",
            WireForm.After("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n")),
        FurtherHeaders,
        new("header-case", "The names of header fields are in lower case.")
        {
            Layer = () => WireLayer.Answers(answer => answer with
            {
                Headers = [.. answer.Headers.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value))],
            }),
            Filters = Selections.EveryKind,
        },
        new("secure-cookies", "Every cookie is Secure, and the server is on a loopback address over plain HTTP.")
        {
            Layer = () => WireLayer.Answers(answer => answer with
            {
                Headers =
                [
                    .. answer.Headers.Select(header => header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)
                        ? KeyValuePair.Create(header.Key, $"{header.Value}; Secure")
                        : header),
                ],
            }),
            Filters = ["features/sso/"],
        },
        new("more-cors", "The CORS headers allow more than is recommended, in another order and case.")
        {
            Layer = () => WireLayer.Answers(answer => answer
                .WithHeader("Access-Control-Allow-Methods", "PATCH,OPTIONS,DELETE,PUT,POST,GET,HEAD")
                .WithHeader("Access-Control-Allow-Headers", "authorization, content-type, x-requested-with, Date")
                .WithHeader("Access-Control-Max-Age", "86400")),
            Filters = Selections.EveryKind,
        },
        Limited("limited-without-time", refusal => refusal),
        Limited("limited-in-seconds", refusal => refusal.WithHeader("Retry-After", "1")),
        Limited("limited-until-a-date", refusal => refusal.WithHeader(
            "Retry-After", TimeProvider.System.GetUtcNow().AddSeconds(1).ToString("r", CultureInfo.InvariantCulture))),
        Limited("limited-in-milliseconds", refusal => refusal.Changed(body => body["retry_after_ms"] = 150)),
        Slow("slow", TimeSpan.FromMilliseconds(300), Selections.EveryKind),
        Slow("very-slow", TimeSpan.FromSeconds(2), ["features/devices/renaming", "features/whoami/"]),
    ];

    private static Variation Typed(string name, string type) => new(name, $"The content type of JSON is {type}.")
    {
        Layer = () => WireLayer.Answers(answer => answer.Header("Content-Type") is "application/json" ? answer.OfType(type) : answer),
        Filters = Selections.EveryKind,
    };

    private static Variation Formed(string name, string description, WireForm form) => new(name, description)
    {
        Layer = () => WireLayer.Answers(answer => answer with { Form = form }),
        Filters = Selections.EveryKind,
    };

    private static Variation Limited(string name, Func<WireAnswer, WireAnswer> refuse) => new(
        name, "Every fifth request is refused with 429, and answered when it comes again.")
    {
        Layer = () => WireLayer.Instead(request => request.Number % 5 == 0 && request.OperationId.Length > 0
            ? refuse(WireAnswer.OfError(429, "M_LIMIT_EXCEEDED", "Too many requests."))
            : null),
        Filters = Selections.EveryKind,
    };

    private static Variation Slow(string name, TimeSpan delay, IReadOnlyList<string> filters) => new(
        name, $"Every answer takes {delay.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s.")
    {
        Layer = () => new WireLayer
        {
            Filter = async (request, next, token) =>
            {
                await Task.Delay(delay, token);
                return await next(request);
            },
        },
        Filters = filters,
    };
}
