using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Chapters.Discovery;

/// <summary>Lists the supported versions of the specification: the one served, and every one before it.</summary>
internal sealed class GetVersions(ServedVersion served) : SimpleOperation(OperationIds.GetVersions)
{
    private const int FirstMinor = 1;

    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(new JsonObject
    {
        ["versions"] = new JsonArray([.. Enumerable.Range(FirstMinor, served.Version.Minor)
            .Select(minor => (JsonNode)new SpecVersion(served.Version.Major, minor).ToString())]),
        ["unstable_features"] = new JsonObject(),
    });
}
