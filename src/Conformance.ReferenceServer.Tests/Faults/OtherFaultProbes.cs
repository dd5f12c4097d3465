namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of access tokens and application services.</summary>
internal static class OtherFaultProbes
{
    private const string Service = "as-token";
    private static readonly (string, string)[] Bridge = [("deviceId", "BRIDGE")];

    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["missing-token-is-an-unknown-one"] = new(
            async server => (await server.CallAsync("getDevices")).Outcome, "401 M_MISSING_TOKEN", "401 M_UNKNOWN_TOKEN"),
        ["token-that-never-was-is-forbidden"] = new(NeverIssuedAndLoggedOutAsync, "401 M_UNKNOWN_TOKEN, 401 M_UNKNOWN_TOKEN", "403 M_FORBIDDEN, 401 M_UNKNOWN_TOKEN"),
        ["service-cannot-create-devices"] = new(NameDeviceTwiceAsync, "201 200", "404 M_NOT_FOUND 404 M_NOT_FOUND"),
        ["created-device-is-not-reported-as-new"] = new(NameDeviceTwiceAsync, "201 200", "200 200"),
        ["service-deletion-is-challenged"] = new(
            async server => (await server.CallAsync("deleteDevice", null, Service, Bridge)).Outcome, "200", "401"),
        ["service-bulk-deletion-is-challenged"] = new(
            async server => (await server.CallAsync("deleteDevices", """{"devices": ["BRIDGE"]}""", Service)).Outcome, "200", "401"),
    };

    private static async Task<string> NeverIssuedAndLoggedOutAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        await server.CallAsync("logout", token: alice.Token);
        return $"{(await server.CallAsync("getDevices", token: "nope")).Outcome}, {await server.WhoAmIAsync(alice)}";
    }

    private static async Task<string> NameDeviceTwiceAsync(TestHomeserver server)
    {
        var first = await server.CallAsync("updateDevice", new { }, Service, Bridge);
        var second = await server.CallAsync("updateDevice", new { }, Service, Bridge);
        return $"{first.Outcome} {second.Outcome}";
    }
}
