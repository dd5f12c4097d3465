namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows a fault.</summary>
/// <param name="Ask">Tells what a server does.</param>
/// <param name="Conforming">What the conforming server does.</param>
/// <param name="Faulty">What the server with the fault does.</param>
internal sealed record FaultProbe(Func<TestHomeserver, Task<string>> Ask, string Conforming, string Faulty)
{
    /// <summary>Starts the server with a fault, or with none, as the probe needs it.</summary>
    public Func<string?, Task<TestHomeserver>> Start { get; init; } = TestHomeserver.ForProbeAsync;
}
