using Conformance.Spec.Schemas;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Checks every schema that it is given, and those inside it and behind its references, each once.</summary>
/// <param name="context">Receives the findings.</param>
/// <param name="examples">Checks examples and defaults.</param>
/// <param name="events">Checks the events in examples.</param>
internal sealed class SchemaChecker(CheckContext context, ExampleChecker examples, EmbeddedEvents events)
{
    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null"];

    private static readonly HashSet<string> OtherKeywords = new(StringComparer.Ordinal)
    {
        "$ref", "$schema", "$id", "$anchor", "$defs", "$comment", "$vocabulary", "$dynamicRef", "$dynamicAnchor",
        "title", "description", "example", "examples", "externalDocs", "discriminator", "xml", "nullable", "additionalItems", "definitions",
        "dependencies",
    };

    private readonly HashSet<SourceNode> _seen = [];
    private readonly FormatNames _formats = new(context.Tree);

    /// <summary>Whether a file's root looks like a schema, and not like a collection of other things.</summary>
    public static bool LooksLikeSchema(SourceNode root) =>
        root is SourceMap map
            && map.Members.Any(member => member.Name is "$ref" or "$schema" || SchemaKeywords.KindOf(member.Name) is not null);

    /// <summary>Checks a schema that stands by itself: the body of a response, a parameter, a file.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="inApi">Whether its examples belong to an API and may hold events.</param>
    /// <param name="isPart">Whether it may be a part of others, which declare what it requires.</param>
    public void CheckRoot(SourceNode schema, bool inApi, bool isPart = false)
    {
        if (schema is SourceMap)
            examples.Schema(schema);
        Check(schema, inApi, standsAlone: !isPart);
    }

    private void Check(SourceNode schema, bool inApi, bool standsAlone)
    {
        if (schema is not SourceMap map)
            return;
        if (standsAlone)
            CheckRequired(map);
        if (!_seen.Add(map))
            return;
        context.Visit("schemas");
        CheckKeywords(map);
        CheckEnum(map);
        CheckExamples(map, inApi);
        if (map["$ref"] is SourceScalar reference && context.Tree.Resolve(reference) is { } target)
            Check(target, target.File.StartsWith("data/api/", StringComparison.Ordinal), standsAlone: false);
        foreach (var (keyword, child) in SchemaNodes.Children(map))
            Check(child, inApi, standsAlone: keyword is not ("allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else"));
    }

    private void CheckKeywords(SourceMap schema)
    {
        foreach (var member in schema.Members)
        {
            if (!IsKeyword(member.Name) && !(member.Name == "components" && schema.Parent is null))
            {
                var question = Nearest.Question(member.Name, SchemaKeywords.All.Select(keyword => keyword.Name).Concat(OtherKeywords));
                context.Report(CheckRules.UnknownKeyword, member.Key, $"\"{member.Name}\" is not a keyword of a schema.{question}");
            }
        }

        foreach (var name in new[] { "format", "x-pattern-format" })
        {
            if (schema[name] is SourceScalar format && !_formats.Knows(format.Text))
                context.Report(
                    CheckRules.UnknownFormat,
                    format,
                    $"the format \"{format.Text}\" is not a known format.{_formats.Suggestion(format.Text)}");
        }

        VersionQuotes.Check(schema, context);
    }

    private void CheckEnum(SourceMap schema)
    {
        if (schema["enum"] is not SourceList values)
            return;
        IReadOnlyList<string> types = schema["type"] switch
        {
            SourceScalar type => [type.Text],
            SourceList list => [.. list.Items.OfType<SourceScalar>().Select(type => type.Text)],
            _ => [],
        };
        // Another rule reports a type that does not exist.
        if (types.Count == 0 || types.Any(type => !Types.Contains(type)))
            return;
        if (SchemaNodes.IsNullable(schema))
            types = [.. types, "null"];
        foreach (var value in values.Items.Where(value => !types.Any(type => IsOfType(value, type))))
            context.Report(CheckRules.Enum, value, $"the enum has {value.KindName}, and the schema's type is {string.Join(" or ", types)}");
    }

    private void CheckExamples(SourceMap schema, bool inApi)
    {
        if (schema["example"] is { } single)
            CheckExample(schema, single, inApi);
        if (schema["examples"] is SourceList several)
        {
            foreach (var example in several.Items)
                CheckExample(schema, example, inApi);
        }

        if (schema["default"] is { } value)
            examples.CheckDefault(schema, value);
    }

    private void CheckExample(SourceMap schema, SourceNode example, bool inApi)
    {
        if (examples.CheckExample("schema examples", schema, example) is { } whole && inApi)
            events.Check(whole);
    }

    private void CheckRequired(SourceMap schema)
    {
        var shape = new ObjectShape(context.Tree, [schema]);
        if (shape.IsOpen)
            return;
        foreach (var name in shape.Required().Where(name => !shape.Names.Contains(name.Text) && !shape.Foresees(name.Text)))
            context.Report(
                CheckRules.Required, name, $"\"{name.Text}\" is required but is not a property.{Nearest.Question(name.Text, shape.Names)}");
    }

    private static bool IsKeyword(string name) =>
        SchemaKeywords.KindOf(name) is not null || OtherKeywords.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal);

    private static bool IsOfType(SourceNode value, string type) => (type, value) switch
    {
        ("object", SourceMap) or ("array", SourceList) => true,
        ("string", SourceScalar { Kind: ScalarKind.String }) => true,
        ("integer", SourceScalar { Kind: ScalarKind.Integer }) => true,
        ("number", SourceScalar { Kind: ScalarKind.Integer or ScalarKind.Float }) => true,
        ("boolean", SourceScalar { Kind: ScalarKind.Boolean }) => true,
        ("null", SourceScalar { Kind: ScalarKind.Null }) => true,
        _ => false,
    };
}
