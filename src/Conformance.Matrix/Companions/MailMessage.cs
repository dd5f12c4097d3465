namespace Conformance.Matrix.Companions;

/// <summary>A message that a homeserver sent by mail, decoded. Holds secrets: its links carry validation tokens.</summary>
public sealed record MailMessage
{
    /// <summary>The sender on the envelope; empty for a bounce.</summary>
    public required string Sender { get; init; }

    /// <summary>The recipients on the envelope.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>The subject; null if there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>The plain text; null if the message has none.</summary>
    public string? Text { get; init; }

    /// <summary>The HTML text; null if the message has none.</summary>
    public string? Html { get; init; }

    /// <summary>The links in it, those of the plain text first.</summary>
    public IReadOnlyList<Uri> Links { get; init; } = [];
}
