using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Uia.Stages;

/// <summary><c>m.login.msisdn</c>: a phone number that was validated.</summary>
internal class MsisdnStage(PhoneValidation validation, AccountIdentifiers identifiers) : ThreepidStage(StageTypes.Msisdn, validation, identifiers);
