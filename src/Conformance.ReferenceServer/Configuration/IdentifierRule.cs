using System.Text.RegularExpressions;

namespace Conformance.ReferenceServer.Configuration;

/// <summary>Third-party identifiers that a homeserver permits as contacts.</summary>
/// <param name="Medium">The medium, <c>email</c> or <c>msisdn</c>.</param>
/// <param name="Address">The canonical addresses that are permitted.</param>
public sealed record IdentifierRule(string Medium, Regex Address);
