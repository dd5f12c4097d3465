using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>What a client wants, in words for the person who is asked to confirm it.</summary>
internal static class OperationPurpose
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [OperationIds.Add3Pid] = "add an email address or a phone number to your account",
        [OperationIds.ChangePassword] = "change the password of your account",
        [OperationIds.DeactivateAccount] = "deactivate your account for ever",
        [OperationIds.DeleteDevice] = "remove a device from your account",
        [OperationIds.DeleteDevices] = "remove devices from your account",
        [OperationIds.GenerateLoginToken] = "log another client in to your account",
        [OperationIds.Register] = "register an account",
        [OperationIds.UploadCrossSigningKeys] = "replace the keys by which your devices are verified",
    };

    /// <summary>The purpose of an operation, to follow "a client wants to".</summary>
    public static string Of(string operationId) => Known.GetValueOrDefault(operationId, $"use {operationId} on your account");
}
