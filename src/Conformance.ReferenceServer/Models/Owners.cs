namespace Conformance.ReferenceServer.Models;

/// <summary>In whose accounts something is looked for.</summary>
/// <param name="asking">The account that asks.</param>
/// <param name="everybody">All accounts.</param>
internal delegate IEnumerable<Account> Owners(Account asking, IEnumerable<Account> everybody);
