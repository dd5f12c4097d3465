using System.Buffers;
using System.Text.Json;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Manifests;

/// <summary>Writes a manifest; equal manifests give equal bytes. Empty, false and unknown values are left out.</summary>
internal static class ManifestWriter
{
    private const string Source = "https://github.com/matrix-org/matrix-spec";

    /// <summary>UTF-8, LF, a final newline.</summary>
    public static byte[] Write(Manifest manifest)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 17);
        using (var writer = new Utf8JsonWriter(buffer, SourceJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("specVersion", manifest.Version.ToString());
            writer.WriteString("source", Source);
            WriteOptional(writer, "commit", manifest.Commit);
            writer.WriteStartArray("operations");
            foreach (var operation in manifest.Operations)
                WriteOperation(writer, operation);
            writer.WriteEndArray();
            if (manifest.Events.Count > 0)
            {
                writer.WriteStartArray("events");
                foreach (var item in manifest.Events)
                    WriteEvent(writer, item);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOperation(Utf8JsonWriter writer, Operation operation)
    {
        writer.WriteStartObject();
        writer.WriteString("id", operation.Id);
        writer.WriteString("api", operation.Api);
        writer.WriteString("method", operation.Method);
        writer.WriteString("path", operation.Path);
        WriteOptional(writer, "authentication", operation.Authentication switch
        {
            Authentication.Required => "required",
            Authentication.Optional => "optional",
            _ => null,
        });
        WriteOptional(writer, "since", operation.Since?.ToString());
        WriteTexts(writer, "changed", operation.Changed.Select(version => version.ToString()));
        if (operation.Deprecated)
            writer.WriteBoolean("deprecated", true);
        if (operation.Parameters.Count > 0)
        {
            writer.WriteStartArray("parameters");
            foreach (var parameter in operation.Parameters)
                WriteParameter(writer, parameter);
            writer.WriteEndArray();
        }

        if (operation.Request is { } request)
        {
            writer.WriteStartObject("request");
            if (request.Required)
                writer.WriteBoolean("required", true);
            WriteTexts(writer, "mediaTypes", request.MediaTypes);
            WriteOptional(writer, "schema", request.Schema);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("responses");
        foreach (var response in operation.Responses)
            WriteResponse(writer, response);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter writer, OperationParameter parameter)
    {
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        writer.WriteString("in", parameter.Location switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Query => "query",
            _ => "header",
        });
        if (parameter.Required)
            writer.WriteBoolean("required", true);
        WriteOptional(writer, "since", parameter.Since?.ToString());
        if (parameter.Schema is { } text)
        {
            using var schema = JsonDocument.Parse(text);
            writer.WritePropertyName("schema");
            schema.RootElement.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, DocumentedResponse response)
    {
        writer.WriteStartObject();
        writer.WriteString("status", response.Status);
        WriteTexts(writer, "mediaTypes", response.MediaTypes);
        WriteOptional(writer, "schema", response.Schema);
        WriteTexts(writer, "headers", response.Headers);
        WriteOptional(writer, "since", response.Since?.ToString());
        writer.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter writer, EventSchema item)
    {
        writer.WriteStartObject();
        writer.WriteString("name", item.Name);
        WriteTexts(writer, "types", item.Types);
        writer.WriteString("schema", item.Schema);
        WriteOptional(writer, "since", item.Since?.ToString());
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        var started = false;
        foreach (var value in values)
        {
            if (!started)
                writer.WriteStartArray(name);
            started = true;
            writer.WriteStringValue(value);
        }

        if (started)
            writer.WriteEndArray();
    }
}
