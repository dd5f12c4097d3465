namespace Conformance.Spec.Schemas;

/// <summary>A place of a JSON value that its schema documents.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">
/// A member's JSON Pointer, with <c>*</c> for any element of a list and for any member that is not documented by its name
/// (<c>/devices/*/device_id</c>).
/// A branch has the keyword and the number of the alternative, from 0, or the value behind the pointer: <c>/room oneOf/1</c>,
/// <c>/presence enum "online"</c>; it begins with the keyword where it is one of the whole value.
/// </param>
public sealed record DocumentedPlace(PlaceKind Kind, string Name);
