using Conformance.House.Tests.Circular.Upper;

namespace Conformance.House.Tests.Circular.Lower;

/// <summary>The other half, which refers to the first only where the compiler makes classes of its own: in a lambda of an asynchronous
/// method.</summary>
internal sealed class Below
{
    public static async Task<string> NameAsync()
    {
        await Task.Yield();
        return string.Concat(Enumerable.Range(1, 2).Select(number => $"{number}{Above.Next()}"));
    }
}
