namespace Conformance.Spec;

/// <summary>The schema of an event type, or of one of its variants.</summary>
/// <param name="Name">The name of the source without its extension: the type (<c>m.room.message</c>), and for a variant a dollar sign and
/// its distinguishing value (<c>m.room.message$m.image</c>).</param>
/// <param name="Types">The values of <c>type</c> that the schema is for; one, except where a schema serves several types.</param>
/// <param name="Schema">The schema's file, relative to the version's folder (<c>event-schemas/m.room.message.json</c>).</param>
/// <param name="Since">The version that added it; null where the source has no such mark.</param>
public sealed record EventSchema(string Name, IReadOnlyList<string> Types, string Schema, SpecVersion? Since = null);
