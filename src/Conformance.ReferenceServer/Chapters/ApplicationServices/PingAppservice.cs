using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.ApplicationServices;

/// <summary>Lets an application service find out whether the homeserver reaches it.</summary>
internal sealed class PingAppservice(ApplicationServiceDirectory services, ServiceConnection connection) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId => "pingAppservice";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
    {
        if (!call.RequiredCaller.IsApplicationService || call.PathParameters["appserviceId"] != services.Id)
        {
            throw MatrixException.Forbidden("The access token is not that of the application service to ping.");
        }

        var transactionId = call.Body.String("transaction_id");
        var url = services.Url ?? throw new MatrixException(400, ErrorCodes.UrlNotSet, "The application service has no URL.");
        var took = await connection.PingAsync(url, services.HomeserverToken, transactionId, cancellationToken);
        return Reply.Ok(new JsonObject { ["duration_ms"] = (long)took.TotalMilliseconds });
    }
}
