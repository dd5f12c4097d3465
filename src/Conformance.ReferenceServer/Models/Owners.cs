namespace Conformance.ReferenceServer.Models;

/// <summary>The accounts in which something is looked for.</summary>
/// <param name="asking">The account that asks.</param>
/// <param name="everybody">All accounts.</param>
internal delegate IEnumerable<Account> Owners(Account asking, IEnumerable<Account> everybody);
