using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Compiled;

/// <summary>
/// The demands that a set of schemas makes on one instance value: a schema together with everything that its <c>$ref</c> and <c>allOf</c>
/// lead to, or several such schemas if an object's member is described in several places. One pass over the value decides everything except
/// <see cref="InPlace"/>. The <see cref="NodeBuilder"/> fills it; it is read-only from then on.
/// </summary>
internal sealed class Node
{
    /// <summary>The types that all of the schemas admit.</summary>
    public JsonTypes Types = JsonTypes.All;

    /// <summary>
    /// Whether a value of any type must be checked beyond its type, members and items: there are <see cref="ValueSets"/> or an
    /// <see cref="InPlace"/>.
    /// </summary>
    public bool NeedsCloserLook;

    /// <summary>Whether a string must be checked beyond its type.</summary>
    public bool LooksAtStrings;

    /// <summary>Whether a number must be checked beyond its type; also true if integers and fractions differ.</summary>
    public bool LooksAtNumbers;

    /// <summary>The values of <c>enum</c> and <c>const</c>; the value must be in each set.</summary>
    public ValueSet[] ValueSets = [];

    /// <summary>The schemas with keywords for numbers.</summary>
    public Schema[] NumberRules = [];

    /// <summary>The schemas with keywords for strings.</summary>
    public Schema[] StringRules = [];

    /// <summary>The demands on an object; null if there are none.</summary>
    public ObjectPlan? Object;

    /// <summary>The demands on an array; null if there are none.</summary>
    public ArrayPlan? Array;

    /// <summary>The demands that one pass cannot decide; null if there are none.</summary>
    public InPlacePlan? InPlace;
}
