namespace Conformance.Homeservers.Tests.Profiles;

/// <summary>A clock that runs a hundred times as fast.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Hurry = 100;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp() * Hurry;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime / Hurry, period);
}
