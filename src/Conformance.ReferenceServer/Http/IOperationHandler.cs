using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Http;

/// <summary>Answers one operation of the specification.</summary>
internal interface IOperationHandler
{
    /// <summary>The manifest's name of the client-server API.</summary>
    const string ClientServerApi = "client-server";

    /// <summary>The <c>operationId</c> by which the manifest knows method and path.</summary>
    string OperationId { get; }

    /// <summary>The API to which the operation belongs.</summary>
    string Api => ClientServerApi;

    /// <summary>Answers a call.</summary>
    /// <exception cref="MatrixException">The call is refused.</exception>
    Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken);
}
