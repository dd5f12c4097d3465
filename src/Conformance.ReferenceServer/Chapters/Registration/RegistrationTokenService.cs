using System.Text.RegularExpressions;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary>Registration tokens ("Token-authenticated registration" of the client-server API).</summary>
internal sealed partial class RegistrationTokenService
{
    private const int SingleUseLength = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int? UsesLeft, DateTimeOffset? ExpiresAt)> _tokens = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly RegistrationRules _rules;

    /// <summary>Takes the tokens of the options.</summary>
    /// <exception cref="ReferenceServerException">A token is outside the grammar, or occurs twice.</exception>
    public RegistrationTokenService(RegistrationRules rules, ReferenceServerOptions options)
    {
        (_rules, _clock) = (rules, options.Clock);
        foreach (var token in options.LimitedRegistrationTokens.Prepend(new LimitedRegistrationToken(options.RegistrationToken)))
        {
            // The message keeps the token to itself: it is a secret.
            if (!Grammar().IsMatch(token.Token))
            {
                throw new ReferenceServerException(
                    "A registration token has another form than the specification gives it",
                    "it has 1 to 64 characters of A-Z, a-z, 0-9, and . _ ~ -.");
            }

            if (!_tokens.TryAdd(token.Token, (token.Uses, token.ExpiresAt)))
            {
                throw new ReferenceServerException("A registration token is given twice", "each must differ from the others.");
            }
        }
    }

    /// <summary>Makes a token that can be used once.</summary>
    /// <returns>The token. A secret.</returns>
    public string MakeSingleUse()
    {
        var token = OpaqueTokens.CreateName(SingleUseLength);
        lock (_lock)
        {
            _tokens[token] = (1, null);
        }

        return token;
    }

    /// <summary>Whether a token could be used now.</summary>
    public bool IsValid(string token)
    {
        lock (_lock)
        {
            return _tokens.TryGetValue(token, out var state)
                && state.UsesLeft is not 0
                && !(state.ExpiresAt <= _clock.GetUtcNow());
        }
    }

    /// <summary>Uses a token; returns false, and changes nothing, if it is not valid.</summary>
    public bool TryUse(string token)
    {
        lock (_lock)
        {
            if (!IsValid(token))
            {
                return false;
            }

            if (_tokens[token].UsesLeft is not null && _rules.UsesAreCountedAfter is { } wait)
            {
                _ = CountAsync(token, wait);
            }
            else
            {
                Count(token);
            }

            return true;
        }
    }

    private async Task CountAsync(string token, TimeSpan wait)
    {
        await Task.Delay(wait);
        lock (_lock)
        {
            Count(token);
        }
    }

    private void Count(string token)
    {
        var (usesLeft, expiresAt) = _tokens[token];
        _tokens[token] = (usesLeft - 1, expiresAt);
    }

    [GeneratedRegex(@"\A[0-9A-Za-z._~-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
