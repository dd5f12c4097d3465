using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>The answer of an engine.</summary>
internal sealed class EngineAnswer(HttpStatusCode status, byte[] body, HttpResponseMessage response)
{
    private readonly string? _apiVersion = response.Headers.TryGetValues("Api-Version", out var values) ? values.FirstOrDefault() : null;

    public HttpStatusCode Status => status;

    public byte[] Body => body;

    /// <summary>The newest version of the API that the engine speaks; <c>null</c> if it does not say so.</summary>
    public Version? ApiVersion => Version.TryParse(_apiVersion, out var version) ? version : null;

    /// <summary>The body as JSON; <c>null</c> if it is none.</summary>
    public JsonNode? Json
    {
        get
        {
            try
            {
                return JsonNode.Parse(body);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
