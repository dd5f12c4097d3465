using System.Text.Json;
using Conformance.Spec.Extraction;
using Conformance.Spec.Loading;
using Conformance.Testing;

namespace Conformance.Spec.Tests.Extraction;

/// <summary>What the tests of the extraction share: a folder for sources and one for what comes out.</summary>
public abstract class ExtractionTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected string Source => Path.Combine(_folder.Path, "v1.5");

    protected string Output => Path.Combine(_folder.Path, "out");

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void WriteSource(string file, string text) => _folder.Write(Path.Combine("v1.5", file), text);

    protected ExtractionSummary Extract(SpecVersion? version = null) =>
        new SpecExtractor(new ExtractionOptions { SpecPath = Source, OutputDirectory = Output, Version = version }).Extract();

    /// <summary>The lines of the error that the extraction ends with.</summary>
    protected IReadOnlyList<string> Errors()
    {
        try
        {
            Extract();
        }
        catch (SpecException exception)
        {
            return exception.Message.Split('\n');
        }

        return [];
    }

    protected string Text(string file) => File.ReadAllText(Path.Combine(Output, "v1.5", file));

    protected Operation Operation(string id) => Specification.LoadDirectory(Output, new SpecVersion(1, 5)).GetOperation(id);

    /// <summary>A document of one operation: GET /things under the base path of the client-server API.</summary>
    protected static string Document(string operation, string more = "", string path = "/things") => $"""
        openapi: 3.1.0
        info:
          title: Things
          version: 1.0.0
        servers:
          - url: "{"{protocol}://{hostname}{basePath}"}"
            variables:
              protocol:
                default: https
              hostname:
                default: example.org
              basePath:
                default: /_matrix/client/v3
        paths:
          {path}:
            get:
        {Indent(operation, 6)}
        {more}
        """;

    /// <summary>A response 200 with a schema, for <see cref="Document"/>.</summary>
    protected static string Returning(string schema, string id = "getThings") => $"""
        operationId: {id}
        responses:
          "200":
            description: Things.
            content:
              application/json:
                schema:
        {Indent(schema, 10)}
        """;

    /// <summary>Equal bytes, whatever the tests write their JSON like.</summary>
    protected static string Pretty(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }

    /// <summary>The schema of a parameter as it stands in the manifest, so many levels deep.</summary>
    protected static string Inline(string json) => Pretty(json).Replace("\n", "\n" + new string(' ', 10), StringComparison.Ordinal);

    private static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Indent(string text, int spaces) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', spaces) + line));
}
