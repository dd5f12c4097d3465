using System.Collections.ObjectModel;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Http;

/// <summary>A request on its way to the operation that answers it.</summary>
internal sealed record Call
{
    /// <summary>The operation's id.</summary>
    public required string OperationId { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path's parameters, decoded.</summary>
    public required IReadOnlyDictionary<string, string> PathParameters { get; init; }

    /// <summary>Path and query.</summary>
    public required RequestTarget Target { get; init; }

    /// <summary>The access token, valid or not; null without one.</summary>
    public string? Token { get; init; }

    /// <summary>The cookies that the browser sent.</summary>
    public IReadOnlyDictionary<string, string> Cookies { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The client's IP address.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>The owner of the token; null if the operation takes none, or was called without one.</summary>
    public Requester? Caller { get; init; }

    /// <summary>The identifiers that the client proved to own while it authenticated for this call.</summary>
    public IReadOnlyList<ValidatedIdentifier> Proven { get; init; } = [];

    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The JSON body; an empty object where the operation takes none.</summary>
    public RequestObject Body { get; init; } = RequestObject.Empty;

    /// <summary>The owner of the access token, on operations that cannot be reached without one.</summary>
    public Requester RequiredCaller => Caller ?? throw MatrixException.MissingToken();
}
