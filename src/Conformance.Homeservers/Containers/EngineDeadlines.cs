namespace Conformance.Homeservers.Containers;

/// <summary>How long an engine may take.</summary>
/// <param name="Connect">For the first answer.</param>
/// <param name="Call">For an ordinary call.</param>
/// <param name="Change">For creating, starting and removing a container, and for copying files into it: the engine writes to disk
/// then.</param>
/// <param name="PullSilence">Between two signs of progress of a download.</param>
/// <param name="Pull">For a whole download.</param>
internal sealed record EngineDeadlines(TimeSpan Connect, TimeSpan Call, TimeSpan Change, TimeSpan PullSilence, TimeSpan Pull)
{
    public static EngineDeadlines Usual { get; } =
        new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));
}
