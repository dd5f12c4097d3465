namespace Conformance.Spec.Checking;

/// <summary>Every rule for the specification's sources.</summary>
public static class CheckRules
{
    internal const string Yaml = "yaml";
    internal const string DuplicateKey = "duplicate-key";
    internal const string Reference = "reference";
    internal const string Schema = "schema";
    internal const string Enum = "enum";
    internal const string Example = "example";
    internal const string UnknownMember = "unknown-member";
    internal const string Default = "default";
    internal const string Format = "format";
    internal const string JsonInString = "json-in-string";
    internal const string EmbeddedEvent = "embedded-event";
    internal const string Required = "required";
    internal const string UnknownKeyword = "unknown-keyword";
    internal const string UnknownFormat = "unknown-format";
    internal const string PathParameter = "path-parameter";
    internal const string OperationId = "operation-id";
    internal const string OperationIdCase = "operation-id-case";
    internal const string Security = "security";
    internal const string Structure = "structure";
    internal const string EventType = "event-type";
    internal const string UnquotedVersion = "unquoted-version";
    internal const string ComposedExample = "composed-example";
    internal const string MissingExample = "missing-example";

    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        Error(Yaml, "A file is YAML or JSON."),
        Error(DuplicateKey, "A map has each key only once."),
        Error(Reference, "A $ref leads somewhere."),
        Error(Structure, "A document has the form of OpenAPI 3.1 or Swagger 2.0."),
        Error(Schema, "A schema is a JSON Schema."),
        Error(Enum, "A value of an enum is of the schema's type."),
        Error(Example, "An example is valid against its schema."),
        Error(Default, "A default is valid against its schema."),
        Error(Format, "An example or default has the format that its schema names."),
        Error(JsonInString, "A string in an example that looks like JSON is JSON."),
        Error(Required, "A required member is a property of its schema."),
        Error(PathParameter, "The parameters of a path are those of its template, and required."),
        Error(OperationId, "No other operation of its API has an operation's id, or its path and method."),
        Error(Security, "A security requirement names a scheme of the document."),
        Error(EventType, "The type in an event's schema or example is that of the file's name."),
        Warning(UnknownMember, "A member of an example is known to its schema, unless the schema lets members be anything."),
        Warning(EmbeddedEvent, "The content of an event in an API's example is valid against the schema of its type."),
        Warning(UnknownKeyword, "A schema has the keywords of JSON Schema and OpenAPI, and extensions with x- in front."),
        Warning(UnknownFormat, "A format is one of JSON Schema, of OpenAPI, or of string-formats.yaml."),
        Warning(UnquotedVersion, "A version is in quotes: 1.10 without them is the number 1.1."),
        Taste(OperationIdCase, "Operation ids differ in more than capitals."),
        Taste(ComposedExample, "An example is not composed with allOf, which the published bundles leave unresolved."),
        Taste(MissingExample, "A JSON body has an example."),
    ];

    private static CheckRule Error(string name, string summary) => new(name, CheckSeverity.Error, true, summary);

    private static CheckRule Warning(string name, string summary) => new(name, CheckSeverity.Warning, true, summary);

    private static CheckRule Taste(string name, string summary) => new(name, CheckSeverity.Warning, false, summary);
}
