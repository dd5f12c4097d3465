using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Uia.Stages;

/// <summary><c>m.login.email.identity</c>: an email address that was validated.</summary>
internal class EmailStage(MailValidation validation, AccountIdentifiers identifiers) : ThreepidStage(StageTypes.Email, validation, identifiers);
