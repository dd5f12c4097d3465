using Conformance.Runner.Running;
using FluentAssertions;
using Xunit;

namespace Conformance.Runner.Tests;

/// <summary>How many scenarios run at a time follows what the server bears.</summary>
public sealed class ScenarioPaceTests
{
    [Fact]
    public async Task No_more_than_the_limit_run_at_a_time()
    {
        var pace = new ScenarioPace(2);
        var first = await pace.EnterAsync();
        await pace.EnterAsync();
        var third = pace.EnterAsync();

        third.IsCompleted.Should().BeFalse();
        pace.Leave(first, isStrained: false);
        (await third.WaitAsync(TimeSpan.FromSeconds(10))).Should().Be(first);
        pace.Limit.Should().Be(2);
    }

    [Fact]
    public async Task Strain_halves_the_limit_once_for_all_that_ran_together()
    {
        var pace = new ScenarioPace(32);
        var together = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => pace.EnterAsync()));
        foreach (var scenario in together)
            pace.Leave(scenario, isStrained: true);

        pace.Limit.Should().Be(16);
        pace.Leave(await pace.EnterAsync(), isStrained: true);
        pace.Limit.Should().Be(8);
    }

    [Theory]
    [InlineData(32, 4)]
    [InlineData(3, 3)]
    public async Task It_never_falls_below_four_nor_below_what_was_asked_for(int most, int least)
    {
        var pace = new ScenarioPace(most);
        for (var round = 0; round < 10; round++)
            pace.Leave(await pace.EnterAsync(), isStrained: true);

        pace.Limit.Should().Be(least);
    }

    [Fact]
    public async Task It_rises_again_while_all_is_well_up_to_what_was_asked_for()
    {
        var pace = new ScenarioPace(8);
        pace.Leave(await pace.EnterAsync(), isStrained: true);
        pace.Limit.Should().Be(4);
        for (var round = 0; round < 4; round++)
            pace.Leave(await pace.EnterAsync(), isStrained: false);
        pace.Limit.Should().Be(5);
        for (var round = 0; round < 100; round++)
            pace.Leave(await pace.EnterAsync(), isStrained: false);
        pace.Limit.Should().Be(8);
    }

    [Fact]
    public async Task Those_that_wait_begin_as_far_as_the_new_limit_allows()
    {
        var pace = new ScenarioPace(8);
        var running = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pace.EnterAsync()));
        var waiting = pace.EnterAsync();
        for (var index = 0; index < 4; index++)
            pace.Leave(running[index], isStrained: index == 0);

        pace.Limit.Should().Be(4);
        waiting.IsCompleted.Should().BeFalse();
        pace.Leave(running[4], isStrained: false);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
