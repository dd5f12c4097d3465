using Conformance.Matrix.Calls;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>Somebody sets the machine's clock while a run goes on.</summary>
public sealed class SteadyTimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(0)]
    public void The_date_goes_on_by_what_has_passed(int hours)
    {
        var clock = new JumpingClock { Date = Noon };
        var steady = new SteadyTime(clock);

        clock.Date = Noon.AddHours(hours);
        clock.Passed = TimeSpan.FromSeconds(3);

        steady.GetUtcNow().Should().Be(Noon.AddSeconds(3));
        steady.GetElapsedTime(0).Should().Be(TimeSpan.FromSeconds(3));
    }

    private sealed class JumpingClock : TimeProvider
    {
        public DateTimeOffset Date { get; set; }

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Date;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
