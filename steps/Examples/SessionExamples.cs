using Conformance.Matrix.Scenarios;
using Conformance.Runner.Features;

namespace Conformance.Steps.Examples;

/// <summary>The generated examples that are kinds of sessions, in the column <c>session</c>.</summary>
internal static class SessionExamples
{
    /// <summary>The sources.</summary>
    public static IEnumerable<IExampleSource> All { get; } =
    [
        Source("every kind of session", _ => true),

        // Nothing says how an application service's user authenticates for a deletion or a deactivation.
        Source("every kind of session of a person", kind => !kind.IsOfService),
        Source("every kind of session of a person with a password", kind => kind.HasPassword),
        Source("every kind of session with a refresh token", kind => kind.HasRefreshToken),
    ];

    private static NeedfulSource Source(string name, Func<SessionKind, bool> isMeant) => new(name, "session", new(() =>
        [.. SessionKind.All.Where(isMeant).Select(kind => (kind.Name, (IReadOnlyList<string>)[.. kind.Needs.Select(need => need.Name)]))]));
}
