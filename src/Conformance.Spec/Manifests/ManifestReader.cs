using System.Text.Json;

namespace Conformance.Spec.Manifests;

/// <summary>Reads a manifest. It is read at every start, so this goes straight from the document to the records.</summary>
internal static class ManifestReader
{
    /// <summary>The manifest in a file.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="json">Its bytes.</param>
    /// <exception cref="SpecException">It is not a manifest; the message says how to make one.</exception>
    public static Manifest Read(string file, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new Manifest(
                SpecVersion.Parse(Text(root, "specVersion")),
                OptionalText(root, "commit"),
                List(root, "operations", ReadOperation),
                List(root, "events", ReadEvent));
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SpecException(
                new Problem($"{file} is not a manifest of the specification")
                {
                    Why = exception.Message.TrimEnd('.'),
                    NextStep = "extract it again with `conformance extract`.",
                },
                exception);
        }
    }

    private static Operation ReadOperation(JsonElement element) => new()
    {
        Id = Text(element, "id"),
        Api = Text(element, "api"),
        Method = Text(element, "method"),
        Path = Text(element, "path"),
        Authentication = OptionalText(element, "authentication") switch
        {
            "required" => Authentication.Required,
            "optional" => Authentication.Optional,
            null => Authentication.None,
            var other => throw new FormatException($"\"{other}\" is not a kind of authentication"),
        },
        Since = Since(element),
        Changed = List(element, "changed", version => SpecVersion.Parse(version.GetString()!)),
        Deprecated = Flag(element, "deprecated"),
        Parameters = List(element, "parameters", ReadParameter),
        Request = element.TryGetProperty("request", out var request)
            ? new RequestBody(Flag(request, "required"), Texts(request, "mediaTypes"), OptionalText(request, "schema"))
            : null,
        Responses = List(element, "responses", ReadResponse),
    };

    private static OperationParameter ReadParameter(JsonElement element) => new(
        Text(element, "name"),
        Text(element, "in") switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            var other => throw new FormatException($"\"{other}\" is not a place for a parameter"),
        },
        Flag(element, "required"),
        Since(element),
        element.TryGetProperty("schema", out var schema) ? schema.GetRawText() : null);

    private static DocumentedResponse ReadResponse(JsonElement element) =>
        new(Text(element, "status"), Texts(element, "mediaTypes"), OptionalText(element, "schema"),
            Since(element))
        { Headers = Texts(element, "headers") };

    private static EventSchema ReadEvent(JsonElement element) =>
        new(Text(element, "name"), Texts(element, "types"), Text(element, "schema"), Since(element));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException(
        $"\"{name}\" is null");

    private static string? OptionalText(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.GetString()
        : null;

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    private static SpecVersion? Since(JsonElement element) => OptionalText(element, "since") is { } text ? SpecVersion.Parse(text) : null;

    private static string[] Texts(JsonElement element, string name) => List(element, name, item => item.GetString()!);

    // A loop instead of LINQ: this runs once, cold, and compiling queries over a struct costs ten times their work.
    private static T[] List<T>(JsonElement element, string name, Func<JsonElement, T> read)
    {
        if (!element.TryGetProperty(name, out var value))
            return [];
        var items = new T[value.GetArrayLength()];
        var index = 0;
        foreach (var item in value.EnumerateArray())
            items[index++] = read(item);
        return items;
    }
}
