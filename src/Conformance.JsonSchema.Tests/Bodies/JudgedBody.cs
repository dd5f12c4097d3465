using System.Text.Json.Nodes;

namespace Conformance.JsonSchema.Tests.Bodies;

/// <summary>A body with the schema that it is held against.</summary>
/// <param name="Place">Where the body comes from.</param>
/// <param name="Schema">The schema as JSON in UTF-8.</param>
/// <param name="Body">The body; null is the JSON value.</param>
internal sealed record JudgedBody(string Place, byte[] Schema, JsonNode? Body);
