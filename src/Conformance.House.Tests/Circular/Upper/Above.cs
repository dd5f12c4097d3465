using Conformance.House.Tests.Circular.Lower;

namespace Conformance.House.Tests.Circular.Upper;

/// <summary>One half of a circle, for the test that looks for circles to find.</summary>
internal sealed class Above
{
    public static Below Next() => new();
}
