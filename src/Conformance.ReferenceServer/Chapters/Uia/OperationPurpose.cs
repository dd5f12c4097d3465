namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>What a client wants, in words for the person who is asked to confirm it.</summary>
internal static class OperationPurpose
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["add3PID"] = "add an email address or a phone number to your account",
        ["changePassword"] = "change the password of your account",
        ["deactivateAccount"] = "deactivate your account for ever",
        ["deleteDevice"] = "remove a device from your account",
        ["deleteDevices"] = "remove devices from your account",
        ["generateLoginToken"] = "log another client in to your account",
        ["register"] = "register an account",
        ["uploadCrossSigningKeys"] = "replace the keys by which your devices are verified",
    };

    /// <summary>The purpose of an operation, to follow "a client wants to".</summary>
    public static string Of(string operationId) => Known.GetValueOrDefault(operationId, $"use {operationId} on your account");
}
