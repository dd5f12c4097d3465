using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>The <c>auth</c> object of a request (<c>definitions/auth_data.yaml</c>).</summary>
/// <param name="Type">The stage that is attempted; null if none is.</param>
/// <param name="Session">The session identifier; null without one.</param>
/// <param name="Data">The whole object.</param>
internal sealed record UiaAuth(string? Type, string? Session, RequestObject Data)
{
    /// <summary>The name of its member in the request.</summary>
    public const string Member = "auth";

    /// <summary>Reads it; null if there is none.</summary>
    /// <exception cref="MatrixException">400 <c>M_BAD_JSON</c>: it is not an object, or one of its members is not a string.</exception>
    public static UiaAuth? Read(RequestObject body) =>
        body.Object(Member) is { } auth ? new UiaAuth(auth.String("type"), auth.String("session"), auth) : null;

    /// <summary>No output shows sessions or passwords.</summary>
    public override string ToString() => $"{Type ?? "no stage"}";
}
