using System.Collections.Concurrent;

namespace Conformance.Matrix.Redaction;

/// <summary>The secrets that a run has learned, found anywhere in a text in time linear in its length.</summary>
internal sealed class KnownSecrets
{
    // Secrets lie in buckets by their first characters: a run knows thousands, and a text is looked at once, not once per secret.
    private const int PrefixLength = 4;

    private readonly ConcurrentDictionary<ulong, (string Value, SecretKind Kind)[]> _byPrefix = new();

    /// <summary>Adds a secret, and the forms that it takes inside a URL or a JSON string. Values too short to be told from ordinary words
    /// are left out.</summary>
    public void Add(string value, SecretKind kind)
    {
        if (value.Length < PrefixLength)
            return;
        AddForm(value, kind);
        var inUrl = Uri.EscapeDataString(value);
        if (inUrl != value)
            AddForm(inUrl, kind);
        var inJson = System.Text.Json.JsonEncodedText.Encode(value).ToString();
        if (inJson != value)
            AddForm(inJson, kind);
        var inRelaxedJson = System.Text.Json.JsonEncodedText.Encode(
            value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        if (inRelaxedJson != value && inRelaxedJson != inJson)
            AddForm(inRelaxedJson, kind);
    }

    /// <summary>Splits a text at the secrets in it, those included that somebody has encoded; where two begin at one place the longer one
    /// counts.</summary>
    public IEnumerable<Segment> Split(string text) => SplitAsWritten(text)
        .SelectMany(segment => segment.Kind is null ? EncodedSecrets.Split(segment.Text, FindIn) : [segment]);

    /// <summary>What kind of secret a text is; null where it is not known as one.</summary>
    public SecretKind? KindOf(string text) => SplitAsWritten(text).ToList() is [{ Kind: { } kind }] ? kind : null;

    private SecretKind? FindIn(string decoded) =>
        SplitAsWritten(decoded).FirstOrDefault(segment => segment.Kind is not null, Segment.Plain("")).Kind;

    private IEnumerable<Segment> SplitAsWritten(string text)
    {
        var plainFrom = 0;
        var at = 0;
        while (at <= text.Length - PrefixLength)
        {
            if (!_byPrefix.TryGetValue(Key(text, at), out var bucket) || Match(text, at, bucket) is not { } match)
            {
                at++;
                continue;
            }

            if (at > plainFrom)
                yield return Segment.Plain(text[plainFrom..at]);
            yield return Segment.Masked(match.Kind);
            at += match.Value.Length;
            plainFrom = at;
        }

        if (plainFrom < text.Length)
            yield return Segment.Plain(text[plainFrom..]);
    }

    private void AddForm(string value, SecretKind kind) => _byPrefix.AddOrUpdate(
        Key(value, 0),
        _ => [(value, kind)],
        (_, bucket) => bucket.Any(secret => secret.Value == value)
            ? bucket
            : [.. bucket.Append((Value: value, Kind: kind)).OrderByDescending(secret => secret.Value.Length)]);

    private static (string Value, SecretKind Kind)? Match(string text, int at, (string Value, SecretKind Kind)[] bucket)
    {
        foreach (var secret in bucket)
        {
            if (text.AsSpan(at).StartsWith(secret.Value, StringComparison.Ordinal))
                return secret;
        }

        return null;
    }

    private static ulong Key(string text, int at) =>
        text[at] | ((ulong)text[at + 1] << 16) | ((ulong)text[at + 2] << 32) | ((ulong)text[at + 3] << 48);
}
