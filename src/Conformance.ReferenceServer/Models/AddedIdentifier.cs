namespace Conformance.ReferenceServer.Models;

/// <summary>An identifier on an account.</summary>
/// <param name="Owner">The account.</param>
/// <param name="Identifier">The identifier.</param>
/// <param name="ValidatedAt">When the owner proved to own it.</param>
/// <param name="AddedAt">When it was added to the account.</param>
internal sealed record AddedIdentifier(Account Owner, ThirdPartyIdentifier Identifier, DateTimeOffset ValidatedAt, DateTimeOffset AddedAt);
