using System.Collections.Frozen;
using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Callers;

/// <summary>What the specification lays down about callers ("Guest Access").</summary>
internal sealed record CallerRules : RuleSet
{
    /// <summary>The operations open to guests, of those that take an access token and are served here (REG-27).</summary>
    public IReadOnlySet<string> OpenToGuests { get => Read(field); init; } = FrozenSet.Create(
        OperationIds.GetDevices, OperationIds.GetDevice, OperationIds.UpdateDevice, OperationIds.GetTokenOwner, OperationIds.UploadKeys,
        OperationIds.QueryKeys, OperationIds.ClaimKeys, OperationIds.GetVersions);
}
