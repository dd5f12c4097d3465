namespace Conformance.ReferenceServer.Accounts;

/// <summary>What guests may call ("Guest Access" of the client-server API), of the operations that take an access token and are served here.</summary>
internal static class GuestOperations
{
    private static readonly HashSet<string> Open =
        ["getDevices", "getDevice", "updateDevice", "getTokenOwner", "uploadKeys", "queryKeys", "claimKeys", "getVersions"];

    /// <summary>Whether guests may call an operation.</summary>
    public static bool Include(string operationId) => Open.Contains(operationId);
}
