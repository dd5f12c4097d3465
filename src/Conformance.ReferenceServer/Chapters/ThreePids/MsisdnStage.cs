using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary><c>m.login.msisdn</c>: a phone number that was validated.</summary>
internal sealed class MsisdnStage(PhoneValidation validation, AccountIdentifiers identifiers, ThreePidRules rules)
    : ThreepidStage(StageTypes.Msisdn, validation, identifiers, rules);
