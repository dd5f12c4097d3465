using Conformance.Matrix.Verdicts;
using Conformance.Reports.Terminal;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

public sealed class ProgressLineTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly ManualTime _time = new();
    private readonly Dictionary<string, Scenario> _scenarios = [];

    [Fact]
    public void On_a_terminal_one_line_is_written_over()
    {
        var progress = Progress(terminal: true, width: 200);

        progress.RunStarted(3);
        progress.ScenarioStarted(Named("Slow"));
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.ScenarioStarted(Named("Quick"));
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.ScenarioFinished(Finished("Quick", ScenarioOutcome.Failed));
        progress.RunFinished(TimeSpan.FromSeconds(2));

        _output.ToString().Should().Be(
            "\r\u001b[2K0/3 scenarios"
            + "\r\u001b[2K0/3 scenarios; running Slow"
            + "\r\u001b[2K1/3 scenarios, 1 failed; running Slow"
            + "\r\u001b[2K");
    }

    [Fact]
    public void On_a_terminal_events_close_to_each_other_are_one_update()
    {
        var progress = Progress(terminal: true, width: 200);

        progress.RunStarted(100);
        for (var number = 0; number < 100; number++)
            progress.ScenarioStarted(Named($"{number}"));

        _output.ToString().Should().Be("\r\u001b[2K0/100 scenarios");
    }

    [Fact]
    public void The_line_is_never_wider_than_the_terminal()
    {
        var progress = Progress(terminal: true, width: 30);

        progress.RunStarted(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        progress.ScenarioStarted(Named("A scenario with a name that is long"));

        _output.ToString().Should().EndWith("\r\u001b[2K0/1 scenarios; running A s...");
    }

    [Fact]
    public void Without_a_terminal_there_is_a_line_every_five_seconds_at_most()
    {
        var progress = Progress(terminal: false, width: 80);

        progress.RunStarted(4);
        for (var number = 0; number < 4; number++)
        {
            progress.ScenarioStarted(Named($"{number}"));
            _time.Advance(TimeSpan.FromSeconds(3));
            progress.ScenarioFinished(Finished($"{number}", ScenarioOutcome.Passed));
        }

        progress.RunFinished(TimeSpan.FromSeconds(12));

        _output.ToString().Should().Be("2/4 scenarios\n4/4 scenarios\n");
    }

    [Fact]
    public void Without_a_terminal_a_short_run_writes_nothing()
    {
        var progress = Progress(terminal: false, width: 80);

        progress.RunStarted(1);
        progress.ScenarioStarted(Named("A"));
        progress.ScenarioFinished(Finished("A", ScenarioOutcome.Passed));
        progress.RunFinished(TimeSpan.FromSeconds(1));

        _output.ToString().Should().BeEmpty();
    }

    public void Dispose() => _output.Dispose();

    private ProgressLine Progress(bool terminal, int width) => new(
        _output, new StatusLine(_output, terminal, () => width), result => result.Outcome is ScenarioOutcome.Passed
            ? Verdict.Pass
            : Verdict.Fail, _time);

    private Scenario Named(string name)
    {
        if (!_scenarios.TryGetValue(name, out var scenario))
            _scenarios[name] = scenario = new Scenario { Feature = "F", Name = name, Tags = [], File = "f.feature", Line = 1, Steps = [] };
        return scenario;
    }

    private ScenarioResult Finished(string name, ScenarioOutcome outcome) => new()
    {
        Scenario = Named(name),
        Outcome = outcome,
        Duration = TimeSpan.Zero,
        Context = new Dictionary<string, object>(),
    };

    private sealed class ManualTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
