using Conformance.Matrix.Actors;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Runs;

/// <summary>
/// Lends ready accounts, each to one scenario at a time. A scenario takes its accounts one by one, so two scenarios could each hold what
/// the other waits
/// for; the pool grants a first account only while some scenario can still get all that it may want (the banker's rule).
/// </summary>
internal sealed class AccountPool(IReadOnlyList<Account> accounts)
{
    // No scenario so far has more actors with accounts; one that has gets them too, if they are free.
    private const int UsualClaim = 4;

    private readonly Lock _gate = new();
    private readonly List<Account> _free = [.. accounts];
    private readonly Dictionary<object, int> _held = [];
    private readonly LinkedList<Waiter> _waiting = [];
    private int _total = accounts.Count;

    /// <summary>Whether there are ready accounts at all.</summary>
    public bool HasAccounts => accounts.Count > 0;

    /// <summary>Takes an account; waits until one is free.</summary>
    /// <param name="holder">The scenario.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UnmetNeedException">The scenario needs more accounts than there are left.</exception>
    public async Task<Account> LeaseAsync(object holder, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (_held.GetValueOrDefault(holder) >= _total)
                throw TooFew(_held.GetValueOrDefault(holder) + 1);
            waiter = new Waiter(holder);
            _waiting.AddLast(waiter);
            Serve();
        }

        await using var registration = cancellationToken.Register(() => Withdraw(waiter, cancellationToken));
        return await waiter.Task;
    }

    /// <summary>Gives an account back.</summary>
    /// <param name="holder">The scenario.</param>
    /// <param name="account">The account, with the password that it has now.</param>
    /// <param name="usable">False if it could not be restored: nobody gets it again.</param>
    public void Return(object holder, Account account, bool usable)
    {
        lock (_gate)
        {
            if (--_held[holder] == 0)
                _held.Remove(holder);
            if (usable)
                _free.Add(account);
            else
                _total--;
            Serve();
        }
    }

    private UnmetNeedException TooFew(int needed) => new(
        Need.Accounts,
        _total == accounts.Count
            ? $"the scenario needs {needed} accounts and {accounts.Count} {(accounts.Count == 1 ? "is" : "are")} given."
            : $"the scenario needs {needed} {(needed == 1 ? "account" : "accounts")}, and of {accounts.Count} given {_total} {(_total == 1 ? "is" : "are")} left.");

    private void Serve()
    {
        for (var node = _waiting.First; node is not null;)
        {
            var (waiter, next) = (node.Value, node.Next);
            var held = _held.GetValueOrDefault(waiter.Holder);
            if (held >= _total)
            {
                _waiting.Remove(node);
                waiter.Fail(TooFew(held + 1));
            }
            else if (_free.Count > 0 && IsSafe(waiter.Holder, held))
            {
                _waiting.Remove(node);
                var account = _free[0];
                _free.RemoveAt(0);
                _held[waiter.Holder] = held + 1;
                waiter.Grant(account);
            }

            node = next;
        }
    }

    /// <summary>Whether, after the grant, some scenario can get its whole claim from what is free, then the next from what that one gives
    /// back, and so on.</summary>
    private bool IsSafe(object holder, int held)
    {
        var claim = Math.Min(UsualClaim, _total);
        var free = _free.Count - 1;
        var missing = _held.Where(entry => !ReferenceEquals(entry.Key, holder))
            .Select(entry => (entry.Value, Missing: Math.Max(0, claim - entry.Value)))
            .Append((Value: held + 1, Missing: Math.Max(0, claim - held - 1)))
            .OrderBy(entry => entry.Missing);
        foreach (var (value, needs) in missing)
        {
            if (needs > free)
                return false;
            free += value;
        }

        return true;
    }

    private void Withdraw(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_waiting.Remove(waiter))
                waiter.Cancel(cancellationToken);
        }
    }

    private sealed class Waiter(object holder)
    {
        private readonly TaskCompletionSource<Account> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public object Holder { get; } = holder;

        public Task<Account> Task => _completion.Task;

        public void Grant(Account account) => _completion.TrySetResult(account);

        public void Fail(Exception exception) => _completion.TrySetException(exception);

        public void Cancel(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);
    }
}
