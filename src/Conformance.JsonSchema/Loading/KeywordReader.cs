using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Formats;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Patterns;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Loading;

/// <summary>Reads the keywords of one schema object into a <see cref="Schema"/> and refuses values that the metaschema does not
/// allow.</summary>
internal sealed class KeywordReader(SchemaLoader loader, Schema schema, string pointer)
{
    private readonly Dictionary<string, Schema> _properties = new(StringComparer.Ordinal);
    private readonly List<NamedNames> _dependentRequired = [];
    private readonly List<NamedSchema> _dependentSchemas = [];
    private IReadOnlyList<string> _required = [];

    /// <summary>What a value is, as messages say it.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => value.GetRawText() is { Length: < 20 } literal ? literal : "a number",
        JsonValueKind.Null => "null",
        _ => value.GetRawText(),
    };

    /// <summary>Reads all keywords of a schema object.</summary>
    public void Read(JsonElement element)
    {
        var vocabularies = schema.Resource.Vocabularies;
        foreach (var member in element.EnumerateObject())
        {
            var (name, value) = (member.Name, member.Value);
            _ = ReadCore(name, value)
                || (vocabularies & Vocabularies.Applicator) != 0 && ReadApplicator(name, value)
                || (vocabularies & Vocabularies.Unevaluated) != 0 && ReadUnevaluated(name, value)
                || (vocabularies & Vocabularies.Validation) != 0 && ReadValidation(name, value)
                || (vocabularies & (Vocabularies.FormatAnnotation | Vocabularies.FormatAssertion)) != 0 && ReadFormat(name, value);
        }

        if (schema.If is null)
            (schema.Then, schema.Else) = (null, null);
        Complete();
    }

    private bool ReadCore(string name, JsonElement value)
    {
        switch (name)
        {
            case "$ref" or "$dynamicRef":
                loader.AddReference(schema, name, Text(name, value));
                break;
            case "$anchor" or "$dynamicAnchor":
                SchemaLoader.AddAnchor(schema, name, Text(name, value));
                break;
            case "$defs":
                SubschemasByName(name, value);
                break;
            case "$comment":
                Text(name, value);
                break;
            default:
                return false;
        }

        return true;
    }

    private bool ReadApplicator(string name, JsonElement value)
    {
        switch (name)
        {
            case "allOf":
                schema.AllOf = Subschemas(name, value);
                break;
            case "anyOf":
                schema.AnyOf = Subschemas(name, value);
                break;
            case "oneOf":
                schema.OneOf = Subschemas(name, value);
                break;
            case "prefixItems":
                schema.PrefixItems = Subschemas(name, value);
                break;
            case "not":
                schema.Not = Subschema(name, value);
                break;
            case "if":
                schema.If = Subschema(name, value);
                break;
            case "then":
                schema.Then = Subschema(name, value);
                break;
            case "else":
                schema.Else = Subschema(name, value);
                break;
            case "items":
                schema.Items = Subschema(name, value);
                break;
            case "contains":
                schema.Contains = Subschema(name, value);
                break;
            case "additionalProperties":
                schema.AdditionalProperties = Subschema(name, value);
                break;
            case "propertyNames":
                schema.PropertyNames = Subschema(name, value);
                break;
            case "properties":
                foreach (var (property, subschema) in SubschemasByName(name, value))
                    _properties.Add(property, subschema);
                break;
            case "patternProperties":
                schema.PatternProperties = [.. SubschemasByName(name, value)
                    .Select(entry => new PatternProperty(Regex(JsonPointer.Append(name, entry.Name), entry.Name), entry.Schema))];
                break;
            case "dependentSchemas":
                _dependentSchemas.AddRange(SubschemasByName(name, value));
                break;
            default:
                return false;
        }

        return true;
    }

    private bool ReadUnevaluated(string name, JsonElement value)
    {
        switch (name)
        {
            case "unevaluatedItems":
                schema.UnevaluatedItems = Subschema(name, value);
                return true;
            case "unevaluatedProperties":
                schema.UnevaluatedProperties = Subschema(name, value);
                return true;
            default:
                return false;
        }
    }

    private bool ReadValidation(string name, JsonElement value)
    {
        switch (name)
        {
            case "type":
                schema.Types = Types(value);
                break;
            case "enum":
                schema.Enum = new ValueSet([.. Items(name, value)]);
                break;
            case "const":
                schema.Const = new ValueSet([value]);
                break;
            case "minimum":
                schema.Minimum = new NumberBound(Number(name, value));
                break;
            case "maximum":
                schema.Maximum = new NumberBound(Number(name, value));
                break;
            case "exclusiveMinimum":
                schema.ExclusiveMinimum = new NumberBound(Number(name, value));
                break;
            case "exclusiveMaximum":
                schema.ExclusiveMaximum = new NumberBound(Number(name, value));
                break;
            case "multipleOf":
                var divisor = Number(name, value);
                if (divisor[0] == '-' || JsonNumber.Parse(Encoding.UTF8.GetBytes(divisor)).IsZero)
                    throw Wrong(name, $"must be above zero, not {Describe(value)}");
                schema.MultipleOf = new NumberDivisor(divisor);
                break;
            case "minLength":
                schema.MinLength = Count(name, value);
                break;
            case "maxLength":
                schema.MaxLength = Count(name, value);
                break;
            case "pattern":
                schema.Pattern = Regex(name, Text(name, value));
                break;
            case "minItems":
                schema.MinItems = Count(name, value);
                break;
            case "maxItems":
                schema.MaxItems = Count(name, value);
                break;
            case "uniqueItems":
                schema.UniqueItems = value.ValueKind == JsonValueKind.True
                    || (value.ValueKind == JsonValueKind.False ? false : throw Wrong(name, $"must be a boolean, not {Describe(value)}"));
                break;
            case "minContains":
                schema.MinContains = Count(name, value);
                break;
            case "maxContains":
                schema.MaxContains = Count(name, value);
                break;
            case "minProperties":
                schema.MinProperties = Count(name, value);
                break;
            case "maxProperties":
                schema.MaxProperties = Count(name, value);
                break;
            case "required":
                _required = Names(name, value);
                break;
            case "dependentRequired":
                foreach (var entry in Object(name, value).EnumerateObject())
                    _dependentRequired.Add(new NamedNames(entry.Name, Names(JsonPointer.Append(name, entry.Name), entry.Value)));
                break;
            default:
                return false;
        }

        return true;
    }

    private bool ReadFormat(string name, JsonElement value)
    {
        if (name != "format")
            return false;
        var format = Text(name, value);
        if (loader.Options.AssertFormats || (schema.Resource.Vocabularies & Vocabularies.FormatAssertion) != 0)
            schema.Format = KnownFormats.Find(format);
        return true;
    }

    // Puts every name that a keyword mentions into one table, so that an instance's member is looked up once.
    private void Complete()
    {
        var names = _properties.Keys
            .Concat(_required)
            .Concat(_dependentRequired.SelectMany(entry => entry.Names.Prepend(entry.Name)))
            .Concat(_dependentSchemas.Select(entry => entry.Name))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
            indexes.Add(name, indexes.Count);
        var required = _required.ToHashSet(StringComparer.Ordinal);
        schema.Names = names.Count == 0 ? NameTable.Empty : new NameTable(names);
        schema.Members = [.. names.Select(name => new MemberRule(name, _properties.GetValueOrDefault(name), required.Contains(name)))];
        schema.DependentRequired = [.. _dependentRequired.Select(entry =>
            new DependentRequirement(indexes[entry.Name], [.. entry.Names.Select(name => indexes[name])]))];
        schema.DependentSchemas = [.. _dependentSchemas.Select(entry => new DependentSchema(indexes[entry.Name], entry.Schema))];
        schema.HasObjectKeywords = names.Count > 0 || schema.PatternProperties.Length > 0 || schema.AdditionalProperties is not null
            || schema.PropertyNames is not null || schema.MinProperties is not null || schema.MaxProperties is not null;
        schema.HasArrayKeywords = schema.PrefixItems.Length > 0 || schema.Items is not null || schema.Contains is not null
            || schema.MinItems is not null || schema.MaxItems is not null || schema.UniqueItems;
    }

    private SchemaException Wrong(string keyword, string problem, Exception? inner = null) =>
        new(schema.KeywordPointer(keyword), $"\"{keyword.Split('/')[0]}\" {problem}", inner);

    private Schema Subschema(string keyword, JsonElement value) => loader.Read(value, schema.Resource, $"{pointer}/{keyword}");

    private Schema[] Subschemas(string keyword, JsonElement value)
    {
        var items = Items(keyword, value);
        if (items.Count == 0)
            throw Wrong(keyword, "must not be empty");
        return [.. items.Select((item, index) => Subschema(JsonPointer.Append(keyword, index), item))];
    }

    private List<NamedSchema> SubschemasByName(string keyword, JsonElement value) =>
        [.. Object(keyword, value).EnumerateObject()
            .Select(entry => new NamedSchema(entry.Name, Subschema(JsonPointer.Append(keyword, entry.Name), entry.Value)))];

    private List<JsonElement> Items(string keyword, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : throw Wrong(keyword, $"must be an array, not {Describe(value)}");

    private JsonElement Object(string keyword, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value : throw Wrong(keyword, $"must be an object, not {Describe(value)}");

    private string Text(string keyword, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(keyword, $"must be a string, not {Describe(value)}");

    private string Number(string keyword, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetRawText() : throw Wrong(keyword, $"must be a number, not {Describe(value)}");

    private long Count(string keyword, JsonElement value)
    {
        var literal = Number(keyword, value);
        var number = JsonNumber.Parse(Encoding.UTF8.GetBytes(literal));
        if (!number.IsInteger || number.IsNegative)
            throw Wrong(keyword, $"must be an integer of at least 0, not {Describe(value)}");
        // Beyond 18 digits nothing in memory can be counted; all such limits are the same.
        if (number.DigitCount + number.Exponent > 18)
            return long.MaxValue;
        long count = 0;
        for (var i = 0; i < number.DigitCount + number.Exponent && !number.IsZero; i++)
            count = count * 10 + (i < number.DigitCount ? number.Digit(i) : 0);
        return count;
    }

    private List<string> Names(string keyword, JsonElement value)
    {
        var names = new List<string>();
        foreach (var item in Items(keyword, value))
        {
            var name = Text(keyword, item);
            if (names.Contains(name))
                throw Wrong(keyword, $"lists \"{name}\" twice");
            names.Add(name);
        }

        return names;
    }

    private JsonTypes Types(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return Type(value);
        var types = JsonTypes.None;
        foreach (var item in value.ValueKind == JsonValueKind.Array
            ? Items("type", value)
            : throw Wrong("type", $"must be a string or an array of strings, not {Describe(value)}"))
            types |= Type(item);
        return types != JsonTypes.None ? types : throw Wrong("type", "must not be empty");
    }

    private JsonTypes Type(JsonElement value)
    {
        var name = Text("type", value);
        return JsonTypeNames.Parse(name) is not JsonTypes.None and var type
            ? type
            : throw Wrong("type", $"names \"{name}\", which is not a type");
    }

    private Pattern Regex(string keyword, string source)
    {
        try
        {
            return new Pattern(source, loader.Options.RegexTimeout);
        }
        catch (RegexSyntaxException exception)
        {
            throw Wrong(keyword, $"\"{source}\" is not a regular expression of ECMA-262: {exception.Message}", exception);
        }
    }

    // Not tuples, for the reason that LoopCheck gives.
    private sealed record NamedNames(string Name, IReadOnlyList<string> Names);

    private sealed record NamedSchema(string Name, Schema Schema);
}
