namespace Conformance.JsonSchema.Formats;

/// <summary>The formats that can be asserted.</summary>
internal static class KnownFormats
{
    /// <summary>A format by its name; null if it is not known, and then it is never asserted.</summary>
    public static Format? Find(string name) => null;
}
