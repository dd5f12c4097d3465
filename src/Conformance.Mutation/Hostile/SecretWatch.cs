using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Hostile;

/// <summary>Remembers the tokens and passwords that go over the wire.</summary>
internal sealed class SecretWatch
{
    private const string Bearer = "Bearer ";

    // Shorter ones are deliberately bad passwords of scenarios, which stand in the features.
    private const int ShortestSecret = 16;

    private static readonly string[] Names = ["access_token", "refresh_token", "login_token", "password", "new_password", "session"];

    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    /// <summary>All that went by.</summary>
    public IReadOnlyCollection<string> Secrets => [.. _secrets.Keys];

    /// <summary>Looks at a request.</summary>
    public void Look(WireRequest request)
    {
        if (request.Header("Authorization") is { } header && header.StartsWith(Bearer, StringComparison.Ordinal))
            Add(header[Bearer.Length..]);
        Look(request.Json);
    }

    /// <summary>Looks at an answer of the homeserver.</summary>
    public void Look(WireAnswer answer) => Look(answer.Json);

    private void Look(JsonObject? body)
    {
        if (body is null)
            return;
        foreach (var (name, value) in body)
        {
            if (value is JsonObject inner)
                Look(inner);
            else if (value is JsonValue text && text.TryGetValue<string>(out var secret) && Names.Contains(name))
                Add(secret);
        }
    }

    private void Add(string secret)
    {
        if (secret.Length >= ShortestSecret)
            _secrets.TryAdd(secret, true);
    }
}
