using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of device management.</summary>
internal static class DeviceFaultProbes
{
    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["single-device-is-no-array"] = new(ListKindAsync, "Array", "Object"),
        ["device-without-id"] = new(server => ShownAsync(server, "device_id"), "PHONE", "absent"),
        ["unseen-device-is-listed-without-id"] = new(ListedIdsAsync, "PHONE LAPTOP", "PHONE absent"),
        ["last-seen-time-is-text"] = new(ListedTimeKindAsync, "Number", "String"),
        ["last-seen-in-seconds"] = new(LastSeenDigitsAsync, "13 digits", "10 digits"),
        ["unnamed-device-has-empty-name"] = new(server => ShownAsync(server, "display_name"), "absent", ""),
        ["device-list-stops-at-two"] = new(ListAsync, "LAPTOP PHONE TABLET", "LAPTOP PHONE"),
        ["device-list-shows-devices-of-others"] = new(ListAsync, "LAPTOP PHONE TABLET", "DESKTOP LAPTOP PHONE TABLET"),
        ["device-lookup-finds-the-calling-one"] = new(server => GetAsync(server, "LAPTOP"), "200 LAPTOP", "200 PHONE"),
        ["unknown-device-is-forbidden"] = new(server => GetAsync(server, "NOWHERE"), "404 M_NOT_FOUND", "403 M_FORBIDDEN"),
        ["unknown-device-is-unrecognized"] = new(server => GetAsync(server, "NOWHERE"), "404 M_NOT_FOUND", "404 M_UNRECOGNIZED"),
        ["foreign-device-is-shown"] = new(server => GetAsync(server, "DESKTOP"), "404 M_NOT_FOUND", "200 DESKTOP"),
        ["renaming-is-lost"] = new(server => UpdateAsync(server, """{"display_name": "New"}"""), "200 New", "200 Old"),
        ["update-without-name-removes-it"] = new(server => UpdateAsync(server, "{}"), "200 Old", "200 "),
        ["update-creates-unknown-device"] = new(server => UpdateAsync(server, "NOWHERE", "NOWHERE"), "404 M_NOT_FOUND PHONE", "201 NOWHERE PHONE"),
        ["foreign-device-can-be-renamed"] = new(server => UpdateAsync(server, "DESKTOP", "DESKTOP"), "404 M_NOT_FOUND PHONE", "200 PHONE"),
        ["deletion-asks-no-authentication"] = new(server => DeleteAsync(server, authenticate: false, "LAPTOP"), "401 LAPTOP PHONE", "200 PHONE"),
        ["deleted-device-stays-listed"] = new(server => DeleteAsync(server, authenticate: true, "LAPTOP"), "200 PHONE", "200 LAPTOP PHONE"),
        ["deletion-ends-newer-sessions"] = new(TokenOfNewerAsync, "alive", "401 M_UNKNOWN_TOKEN"),
        ["deleting-gone-device-fails"] = new(
            server => DeleteAsync(server, authenticate: true, "NOWHERE"), "200 LAPTOP PHONE", "404 M_NOT_FOUND LAPTOP PHONE"),
        ["deleted-device-token-survives"] = new(TokenOfDeletedAsync, "401 M_UNKNOWN_TOKEN", "alive"),
        ["deleted-device-refresh-token-survives"] = new(RefreshOfDeletedAsync, "401 M_UNKNOWN_TOKEN", "200"),
        ["deleted-device-keys-survive"] = new(KeysOfDeletedAsync, "", "LAPTOP"),
        ["deletion-offers-dummy-flow"] = new(FlowsAsync, "m.login.password", "m.login.password, m.login.dummy"),
        ["foreign-device-can-be-deleted"] = new(DeleteForeignAsync, "200 alive", "200 401 M_UNKNOWN_TOKEN"),
        ["bulk-deletion-asks-no-authentication"] = new(
            server => BulkDeleteAsync(server, authenticate: false, "LAPTOP"), "401 LAPTOP PHONE TABLET", "200 PHONE TABLET"),
        ["bulk-deletion-stops-at-the-first"] = new(
            server => BulkDeleteAsync(server, authenticate: true, "LAPTOP", "TABLET"), "200 PHONE", "200 PHONE TABLET"),
        ["bulk-deletion-refuses-unknown-devices"] = new(
            server => BulkDeleteAsync(server, authenticate: true, "LAPTOP", "NOWHERE"), "200 PHONE TABLET", "404 M_NOT_FOUND LAPTOP PHONE TABLET"),
        ["bulk-deleted-device-token-survives"] = new(TokenOfBulkDeletedAsync, "401 M_UNKNOWN_TOKEN", "alive"),
        ["bulk-deletion-needs-no-list"] = new(WithoutListAsync, "400 M_MISSING_PARAM", "200"),
    };

    private static async Task<string> ListKindAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        return (await server.CallAsync("getDevices", token: alice.Token)).Json.GetProperty("devices").ValueKind.ToString();
    }

    private static async Task<string> ShownAsync(TestHomeserver server, string member)
    {
        var alice = await server.RegisterAsync();
        return (await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", "PHONE")))[member] ?? "absent";
    }

    private static async Task<string> ListedIdsAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var devices = (await server.CallAsync("getDevices", token: alice.Token)).Json.GetProperty("devices");
        return string.Join(' ', devices.EnumerateArray().Select(device => device.TryGetProperty("device_id", out var id) ? id.GetString() : "absent"));
    }

    private static async Task<string> ListedTimeKindAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        return (await server.CallAsync("getDevices", token: alice.Token)).Json.GetProperty("devices")[0].GetProperty("last_seen_ts").ValueKind.ToString();
    }

    private static async Task<string> TokenOfNewerAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var tablet = await server.LogInAsync(alice, "TABLET");
        await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "LAPTOP"));
        return await AliveAsync(server, tablet);
    }

    private static async Task<string> LastSeenDigitsAsync(TestHomeserver server) => $"{(await ShownAsync(server, "last_seen_ts")).Length} digits";

    private static async Task<string> ListAsync(TestHomeserver server)
    {
        await server.RegisterAsync("DESKTOP");
        var alice = await server.RegisterAsync("LAPTOP");
        await server.LogInAsync(alice, "PHONE");
        await server.LogInAsync(alice, "TABLET");
        return string.Join(' ', await server.DevicesAsync(alice));
    }

    private static async Task<string> GetAsync(TestHomeserver server, string deviceId)
    {
        await server.RegisterAsync("DESKTOP");
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var answer = await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", deviceId));
        return answer.Status == 200 ? $"200 {answer["device_id"]}" : answer.Outcome;
    }

    private static async Task<string> UpdateAsync(TestHomeserver server, string body)
    {
        var alice = await server.RegisterAsync("PHONE", "Old");
        var answer = await server.CallAsync("updateDevice", body, alice.Token, ("deviceId", "PHONE"));
        return $"{answer.Outcome} {(await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", "PHONE")))["display_name"]}";
    }

    private static async Task<string> UpdateAsync(TestHomeserver server, string deviceId, string displayName)
    {
        await server.RegisterAsync("DESKTOP");
        var alice = await server.RegisterAsync();
        var answer = await server.CallAsync("updateDevice", new { display_name = displayName }, alice.Token, ("deviceId", deviceId));
        return await WithDevicesAsync(server, alice, answer);
    }

    private static async Task<string> DeleteAsync(TestHomeserver server, bool authenticate, string deviceId)
    {
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var answer = authenticate
            ? await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", deviceId))
            : await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", deviceId));
        return await WithDevicesAsync(server, alice, answer);
    }

    private static async Task<string> BulkDeleteAsync(TestHomeserver server, bool authenticate, params string[] deviceIds)
    {
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        await server.LogInAsync(alice, "TABLET");
        var body = new JsonObject { ["devices"] = new JsonArray([.. deviceIds.Select(id => (JsonNode)id)]) };
        var answer = authenticate
            ? await server.AuthenticateAsync("deleteDevices", body, alice)
            : await server.CallAsync("deleteDevices", body, alice.Token);
        return await WithDevicesAsync(server, alice, answer);
    }

    private static async Task<(TestUser Alice, TestUser Deleted)> WithDeletedAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP", refreshToken: true);
        await KeyTests.UploadAsync(server, laptop);
        await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "LAPTOP"));
        return (alice, laptop);
    }

    private static async Task<string> TokenOfDeletedAsync(TestHomeserver server) =>
        await AliveAsync(server, (await WithDeletedAsync(server)).Deleted);

    private static async Task<string> RefreshOfDeletedAsync(TestHomeserver server) =>
        (await server.CallAsync("refresh", new { refresh_token = (await WithDeletedAsync(server)).Deleted.RefreshToken })).Outcome;

    private static async Task<string> KeysOfDeletedAsync(TestHomeserver server)
    {
        var (alice, _) = await WithDeletedAsync(server);
        return string.Join(' ', await KeyTests.QueryAsync(server, alice, alice.UserId));
    }

    private static async Task<string> FlowsAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        return string.Join(", ", (await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", "PHONE"))).Flows);
    }

    private static async Task<string> DeleteForeignAsync(TestHomeserver server)
    {
        var bob = await server.RegisterAsync("DESKTOP");
        var alice = await server.RegisterAsync();
        var answer = await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "DESKTOP"));
        return $"{answer.Outcome} {await AliveAsync(server, bob)}";
    }

    private static async Task<string> TokenOfBulkDeletedAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP");
        await server.AuthenticateAsync("deleteDevices", new JsonObject { ["devices"] = new JsonArray("LAPTOP") }, alice);
        return await AliveAsync(server, laptop);
    }

    private static async Task<string> WithoutListAsync(TestHomeserver server) =>
        (await server.AuthenticateAsync("deleteDevices", [], await server.RegisterAsync())).Outcome;

    private static async Task<string> AliveAsync(TestHomeserver server, TestUser user) =>
        (await server.WhoAmIAsync(user)) is var told && told.StartsWith('@') ? "alive" : told;

    private static async Task<string> WithDevicesAsync(TestHomeserver server, TestUser user, Answer answer) =>
        $"{answer.Outcome} {string.Join(' ', await server.DevicesAsync(user))}";
}
