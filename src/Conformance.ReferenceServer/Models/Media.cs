namespace Conformance.ReferenceServer.Models;

/// <summary>The media of third-party identifiers ("3PID Types" of the appendices).</summary>
internal static class Media
{
    public const string Email = "email";
    public const string Phone = "msisdn";
}
