using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>The formats that a schema may name.</summary>
internal sealed class FormatNames
{
    private const string File = "data/string-formats.yaml";

    private static readonly string[] Standard =
    [
        // JSON Schema 2020-12, validation, section 7.3.
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference",
            "iri",
        "iri-reference", "uuid", "uri-template", "json-pointer", "relative-json-pointer", "regex",
        // OpenAPI 3.1 and Swagger 2.0, data types.
        "int32", "int64", "float", "double", "byte", "binary", "password",
    ];

    private readonly HashSet<string> _names = new(Standard, StringComparer.Ordinal);
    private readonly bool _isComplete;

    public FormatNames(SourceTree tree)
    {
        if (!tree.Exists(File) || tree.Load(File) is not SourceMap map)
            return;
        _isComplete = true;
        _names.UnionWith(map.Members.Select(member => member.Name));
    }

    /// <summary>
    /// Whether the name is known. Older versions of the specification do not list their own formats; there every name counts as known.
    /// </summary>
    public bool Knows(string name) => !_isComplete || _names.Contains(name);

    /// <summary>The question that suggests known names in place of an unknown one.</summary>
    public string Suggestion(string name) => Nearest.Question(name, _names);
}
