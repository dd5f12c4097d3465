using Conformance.Matrix.Flows.Validation;
using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Scenarios.Knowledge;

/// <summary>The validation sessions that a scenario has begun, the newest for each address.</summary>
internal sealed class ValidationSessions
{
    private const int TellingDigits = 8;

    private readonly Dictionary<string, PendingValidation> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PendingValidation> _begun = [];

    /// <summary>Every session, in the order they were begun.</summary>
    public IReadOnlyList<PendingValidation> All => _begun;

    /// <summary>The session begun last; null if there was none.</summary>
    public PendingValidation? Last { get; private set; }

    /// <summary>Notes a session.</summary>
    public void Add(PendingValidation pending)
    {
        _begun.Add(pending);
        _byAddress[pending.ThreePid.Address] = pending;
        Last = pending;
    }

    /// <summary>Notes the canonical form of a session's identifier, which may have been given in national form.</summary>
    /// <returns>The session with it.</returns>
    public PendingValidation Correct(PendingValidation pending, ThreePid canonical)
    {
        var corrected = pending with { ThreePid = canonical };
        _byAddress.Remove(pending.ThreePid.Address);
        _byAddress[canonical.Address] = corrected;
        if (Last == pending)
            Last = corrected;
        return corrected;
    }

    /// <summary>The session with an id; null if there is none.</summary>
    public PendingValidation? WithId(string? sessionId) => _byAddress.Values.FirstOrDefault(pending => pending.SessionId == sessionId);

    /// <summary>The session of an identifier; a telephone number may have been given in national form.</summary>
    public PendingValidation? Of(ThreePid threePid) =>
        _byAddress.GetValueOrDefault(threePid.Address)
        ?? (threePid.Medium == Medium.Phone && threePid.Address.Length > TellingDigits
            ? _byAddress.Values.LastOrDefault(pending =>
                pending.ThreePid.Medium == Medium.Phone
                    && pending.ThreePid.Address.EndsWith(threePid.Address[^TellingDigits..], StringComparison.Ordinal))
            : null);
}
