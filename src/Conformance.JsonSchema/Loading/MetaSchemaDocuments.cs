namespace Conformance.JsonSchema.Loading;

/// <summary>The metaschemas of 2020-12, which are built in.</summary>
internal static class MetaSchemaDocuments
{
    /// <summary>The dialect of a schema that names none.</summary>
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private const string Root = "https://json-schema.org/draft/2020-12/";

    /// <summary>The bytes of a metaschema of 2020-12 by its URI; null for any other URI.</summary>
    public static byte[]? Find(string uri)
    {
        var name = uri == Dialect ? "schema" : uri.StartsWith(
            Root + "meta/", StringComparison.Ordinal) ? uri[(Root.Length + "meta/".Length)..] : null;
        if (name is null)
            return null;
        using var stream = typeof(MetaSchemaDocuments).Assembly.GetManifestResourceStream($"MetaSchemas/{name}");
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
