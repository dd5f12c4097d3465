namespace Conformance.ReferenceServer.Models;

/// <summary>A third-party identifier in its canonical form, so that equal identifiers are equal records.</summary>
/// <param name="Medium">Its medium, of <see cref="Media"/>.</param>
/// <param name="Address">The address: a case-folded email address, or a phone number in international form without the plus sign.</param>
internal sealed record ThirdPartyIdentifier(string Medium, string Address);
