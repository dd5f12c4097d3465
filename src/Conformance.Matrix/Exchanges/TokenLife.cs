using System.Text;

namespace Conformance.Matrix.Exchanges;

/// <summary>A token that the server gave with a lifetime (<c>expires_in_ms</c>).</summary>
/// <param name="Token">The token. A secret.</param>
/// <param name="Lifetime">How long it lives.</param>
/// <param name="AskedAt">When it was asked for; it was issued at this moment or later.</param>
/// <param name="GivenAt">When the answer was there; it was issued at this moment or earlier.</param>
public sealed record TokenLife(string Token, TimeSpan Lifetime, DateTimeOffset AskedAt, DateTimeOffset GivenAt)
{
    /// <summary>The member of an answer that is an access token.</summary>
    public const string AccessToken = "access_token";

    /// <summary>The member of an answer that is a login token.</summary>
    public const string LoginToken = "login_token";

    /// <summary>From this moment on the token may have expired.</summary>
    public DateTimeOffset ExpiresFrom => AskedAt + Lifetime;

    /// <summary>At this moment the token has expired, if the server keeps to its word.</summary>
    public DateTimeOffset ExpiredBy => GivenAt + Lifetime;

    /// <summary>The token that an answer gave with its lifetime; null where there is none, or no lifetime.</summary>
    /// <param name="exchange">The call that was answered.</param>
    /// <param name="member"><see cref="AccessToken"/> or <see cref="LoginToken"/>.</param>
    public static TokenLife? Read(Exchange exchange, string member)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.Response?.Json is { } body && body.Text(member) is { } token
            && body.Number("expires_in_ms") is { } milliseconds and >= 0 and < int.MaxValue
                ? new TokenLife(token, TimeSpan.FromMilliseconds(milliseconds), exchange.EndedAt - exchange.Duration, exchange.EndedAt)
                : null;
    }

    /// <summary>Whether a call was made with the token, and answered when the token may have expired.</summary>
    public bool MayHaveEndedIn(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        return exchange.EndedAt >= ExpiresFrom
            && (exchange.Request.Headers.Any(header => header.Value == $"Bearer {Token}")
                || Encoding.UTF8.GetString(exchange.Request.Body.Span).Contains($"\"{Token}\"", StringComparison.Ordinal));
    }
}
