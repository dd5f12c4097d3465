using System.Text;

namespace Conformance.Homeservers.Tests.Containers;

/// <summary>A call that came in.</summary>
internal sealed record FakeCall(string Call, string Query, string Version, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
