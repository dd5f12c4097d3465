using System.Globalization;

namespace Conformance.Runner.Bindings;

/// <summary>Numbers of things, in words.</summary>
internal static class Counted
{
    /// <summary>The number with the noun, e.g. <c>1 parameter</c>, <c>2 parameters</c>.</summary>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
