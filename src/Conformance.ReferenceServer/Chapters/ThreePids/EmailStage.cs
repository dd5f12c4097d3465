using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary><c>m.login.email.identity</c>: an email address that was validated.</summary>
internal sealed class EmailStage(MailValidation validation, AccountIdentifiers identifiers, ThreePidRules rules)
    : ThreepidStage(StageTypes.Email, validation, identifiers, rules);
