using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

/// <summary>
/// The demands on one instance value by a set of schemas that all apply to it: a schema together with all that its <c>$ref</c> and
/// <c>allOf</c> lead to, or several
/// such at once where an object's member is described in several places. One pass over the value decides all of it, except for what is in
/// <see cref="InPlace"/>.
/// Filled by the <see cref="NodeBuilder"/>, read-only from then on.
/// </summary>
internal sealed class Node
{
    /// <summary>The types that all of the schemas admit.</summary>
    public JsonTypes Types = JsonTypes.All;

    /// <summary>Whether a value of any type needs a closer look than at its type, members and items: there are <see cref="ValueSets"/> or
    /// an <see cref="InPlace"/>.</summary>
    public bool NeedsCloserLook;

    /// <summary>Whether a string needs a closer look than at its type.</summary>
    public bool LooksAtStrings;

    /// <summary>Whether a number needs a closer look than at its type; true also where integers and fractions differ.</summary>
    public bool LooksAtNumbers;

    /// <summary>What <c>enum</c> and <c>const</c> list; the value must be in each.</summary>
    public ValueSet[] ValueSets = [];

    /// <summary>The schemas with keywords for numbers.</summary>
    public Schema[] NumberRules = [];

    /// <summary>The schemas with keywords for strings.</summary>
    public Schema[] StringRules = [];

    /// <summary>The demands on an object; null if nothing.</summary>
    public ObjectPlan? Object;

    /// <summary>The demands on an array; null if nothing.</summary>
    public ArrayPlan? Array;

    /// <summary>What cannot be decided in the one pass; null for nothing.</summary>
    public InPlacePlan? InPlace;
}
