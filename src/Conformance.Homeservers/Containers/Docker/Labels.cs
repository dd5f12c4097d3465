using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>The labels by which containers of ours are known.</summary>
internal static class Labels
{
    public const string Run = "org.conformance.run";

    public const string Process = "org.conformance.pid";

    public const string Host = "org.conformance.host";

    public const string Keep = "org.conformance.keep";

    public static JsonObject Of(string run, RunOwner owner, bool keep)
    {
        var labels = new JsonObject { [Run] = run, [Process] = owner.Process, [Host] = owner.Host };
        if (keep)
            labels[Keep] = "true";
        return labels;
    }

    /// <summary>Whether a container with these labels is of a run that has ended, and not to be kept.</summary>
    public static bool AreLeftover(JsonNode? labels) =>
        labels.Member(Run).Text() is not null && labels.Member(Keep) is null &&
        labels.Member(Host).Text() is { } host && labels.Member(Process).Text() is { } process &&
        new RunOwner(host, process).IsGone();
}
