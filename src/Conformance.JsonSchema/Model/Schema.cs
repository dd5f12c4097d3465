using Conformance.JsonSchema.Formats;
using Conformance.JsonSchema.Patterns;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Model;

/// <summary>One schema object (or boolean), read and checked: the keywords as typed values, references resolved.</summary>
internal sealed class Schema(int index, SchemaResource resource, string pointer)
{
    /// <summary>Its number among all schemas of a compilation.</summary>
    public int Index { get; } = index;

    /// <summary>The resource it lies in.</summary>
    public SchemaResource Resource { get; } = resource;

    /// <summary>Where it stands, as findings show it.</summary>
    public string Pointer { get; } = resource.Document.Locate(pointer);

    /// <summary>Set for the schemas <c>true</c> and <c>false</c>.</summary>
    public bool? Constant { get; set; }

    // In-place applicators: they look at the same instance value.
    public Schema? Ref { get; set; }
    public DynamicReference? DynamicRef { get; set; }
    public Schema[] AllOf { get; set; } = [];
    public Schema[] AnyOf { get; set; } = [];
    public Schema[] OneOf { get; set; } = [];
    public Schema? Not { get; set; }
    public Schema? If { get; set; }
    public Schema? Then { get; set; }
    public Schema? Else { get; set; }

    // Objects.
    public PatternProperty[] PatternProperties { get; set; } = [];
    public Schema? AdditionalProperties { get; set; }
    public Schema? PropertyNames { get; set; }
    public Schema? UnevaluatedProperties { get; set; }
    public DependentSchema[] DependentSchemas { get; set; } = [];
    public DependentRequirement[] DependentRequired { get; set; } = [];
    public long? MinProperties { get; set; }
    public long? MaxProperties { get; set; }

    /// <summary>Every member name that a keyword of this schema mentions, in the order of <see cref="Members"/>.</summary>
    public NameTable Names { get; set; } = NameTable.Empty;

    /// <summary>What the keywords say of each name in <see cref="Names"/>.</summary>
    public MemberRule[] Members { get; set; } = [];

    // Arrays.
    public Schema[] PrefixItems { get; set; } = [];
    public Schema? Items { get; set; }
    public Schema? Contains { get; set; }
    public long? MinContains { get; set; }
    public long? MaxContains { get; set; }
    public Schema? UnevaluatedItems { get; set; }
    public long? MinItems { get; set; }
    public long? MaxItems { get; set; }
    public bool UniqueItems { get; set; }

    // Assertions on the value itself.
    public JsonTypes Types { get; set; } = JsonTypes.All;
    public ValueSet? Enum { get; set; }
    public ValueSet? Const { get; set; }
    public NumberBound? Minimum { get; set; }
    public NumberBound? Maximum { get; set; }
    public NumberBound? ExclusiveMinimum { get; set; }
    public NumberBound? ExclusiveMaximum { get; set; }
    public NumberDivisor? MultipleOf { get; set; }
    public long? MinLength { get; set; }
    public long? MaxLength { get; set; }
    public Pattern? Pattern { get; set; }

    /// <summary>The format to assert; null where <c>format</c> is unknown or only an annotation.</summary>
    public Format? Format { get; set; }

    public bool HasObjectKeywords { get; set; }
    public bool HasArrayKeywords { get; set; }
    public bool HasNumberKeywords => Minimum is not null || Maximum is not null || ExclusiveMinimum is not null
        || ExclusiveMaximum is not null || MultipleOf is not null || Format is { AppliesToNumbers: true };
    public bool HasStringKeywords =>
        MinLength is not null || MaxLength is not null || Pattern is not null || Format is { AppliesToNumbers: false };

    /// <summary>Whether it must know what its in-place subschemas evaluated.</summary>
    public bool HasUnevaluated => UnevaluatedProperties is not null || UnevaluatedItems is not null;

    /// <summary>The pointer to one of its keywords.</summary>
    public string KeywordPointer(string keyword) => $"{Pointer}/{keyword}";

    public override string ToString() => Pointer.Length == 0 ? "(root)" : Pointer;
}
