using Conformance.Homeservers.Processes;

namespace Conformance.Homeservers.Containers;

/// <summary>The labels that mark our containers.</summary>
internal static class Labels
{
    public const string Run = "org.conformance.run";

    public const string Process = "org.conformance.pid";

    public const string Host = "org.conformance.host";

    public const string Keep = "org.conformance.keep";

    public static Dictionary<string, string> Of(string run, RunOwner owner, bool keep)
    {
        var labels = new Dictionary<string, string> { [Run] = run, [Process] = owner.Process, [Host] = owner.Host };
        if (keep)
            labels[Keep] = "true";
        return labels;
    }

    /// <summary>Whether a container with these labels belongs to a run that has ended, and is not to be kept.</summary>
    public static bool AreLeftover(IDictionary<string, string>? labels) =>
        labels is not null && labels.ContainsKey(Run) && !labels.ContainsKey(Keep) &&
        labels.TryGetValue(Host, out var host) && labels.TryGetValue(Process, out var process) &&
        new RunOwner(host, process).IsGone();
}
