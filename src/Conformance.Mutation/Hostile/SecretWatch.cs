using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Hostile;

/// <summary>Remembers the tokens and passwords that go over the wire.</summary>
internal sealed class SecretWatch
{
    // Shorter passwords are deliberately bad ones, which stand in the features.
    private const int ShortestSecret = 16;

    private static readonly string[] OfRequests = ["password", "new_password"];
    private static readonly string[] OfAnswers = ["access_token", "refresh_token", "login_token", "session"];

    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    /// <summary>Every secret so far.</summary>
    public IReadOnlyCollection<string> Secrets => [.. _secrets.Keys];

    /// <summary>Looks at a request. Its access token does not count: it may be made up, and a real one was seen in an answer.</summary>
    public void Look(WireRequest request) => Look(request.Json, OfRequests);

    /// <summary>Looks at an answer of the homeserver.</summary>
    public void Look(WireAnswer answer) => Look(answer.Json, OfAnswers);

    private void Look(JsonObject? body, string[] names)
    {
        if (body is null)
            return;
        foreach (var (name, value) in body)
        {
            if (value is JsonObject inner)
                Look(inner, names);
            else if (value is JsonValue text && text.TryGetValue<string>(out var secret) && names.Contains(name))
                Add(secret);
        }
    }

    private void Add(string secret)
    {
        if (secret.Length >= ShortestSecret)
            _secrets.TryAdd(secret, true);
    }
}
