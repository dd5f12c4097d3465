using Conformance.Matrix.Actors;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Runs;

/// <summary>Ready accounts are lent, each to one scenario at a time, without deadlock.</summary>
public sealed class AccountPoolTests
{
    [Fact]
    public async Task An_account_is_lent_once_and_again_after_it_was_returned()
    {
        var pool = Pool(1);
        var (first, second) = (new object(), new object());
        var lent = await pool.LeaseAsync(first, default);
        var waiting = pool.LeaseAsync(second, default);
        waiting.IsCompleted.Should().BeFalse();
        pool.Return(first, lent with { Password = "changed" }, usable: true);
        (await waiting).Should().Be(lent with { Password = "changed" });
    }

    [Fact]
    public async Task A_scenario_that_needs_more_than_there_are_is_told()
    {
        var pool = Pool(1);
        var holder = new object();
        await pool.LeaseAsync(holder, default);
        var lease = () => pool.LeaseAsync(holder, default);
        (await lease.Should().ThrowAsync<UnmetNeedException>())
            .WithMessage("the scenario needs 2 accounts and 1 is given.").Which.Need.Should().Be(Need.Accounts);
    }

    [Fact]
    public async Task Two_scenarios_with_two_actors_each_do_not_wait_for_each_other_for_ever()
    {
        var pool = Pool(2);
        var (first, second) = (new object(), new object());
        var one = await pool.LeaseAsync(first, default);
        var blocked = pool.LeaseAsync(second, default);
        blocked.IsCompleted.Should().BeFalse("the first scenario may want the other account");
        var two = await pool.LeaseAsync(first, default);
        pool.Return(first, one, true);
        pool.Return(first, two, true);
        (await blocked).Should().BeOneOf(one, two);
    }

    [Fact]
    public async Task Many_scenarios_with_up_to_four_actors_all_come_to_their_end()
    {
        var pool = Pool(6);
        var scenarios = Enumerable.Range(0, 40).Select(async number =>
        {
            var holder = new object();
            var mine = new List<Account>();
            for (var actor = 0; actor <= number % 4; actor++)
            {
                mine.Add(await pool.LeaseAsync(holder, default));
                await Task.Yield();
            }

            mine.ForEach(account => pool.Return(holder, account, true));
        });
        await Task.WhenAll(scenarios).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task An_account_that_could_not_be_restored_is_not_lent_again()
    {
        var pool = Pool(2);
        var (first, second) = (new object(), new object());
        pool.Return(first, await pool.LeaseAsync(first, default), usable: false);
        await pool.LeaseAsync(second, default);
        var lease = () => pool.LeaseAsync(second, default);
        (await lease.Should().ThrowAsync<UnmetNeedException>())
            .WithMessage("the scenario needs 2 accounts, and of 2 given 1 is left.");
    }

    [Fact]
    public async Task A_scenario_that_gives_up_waiting_leaves_the_queue()
    {
        var pool = Pool(1);
        var (first, second, third) = (new object(), new object(), new object());
        var lent = await pool.LeaseAsync(first, default);
        using var giveUp = new CancellationTokenSource();
        var waiting = pool.LeaseAsync(second, giveUp.Token);
        var next = pool.LeaseAsync(third, default);
        await giveUp.CancelAsync();
        await waiting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        pool.Return(first, lent, true);
        (await next).Should().Be(lent);
    }

    private static AccountPool Pool(int accounts) =>
        new([.. Enumerable.Range(0, accounts).Select(number => new Account($"@user{number}:example.org", $"password{number}"))]);
}
