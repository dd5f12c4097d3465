using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>Sums up what an engine tells of a download: a line per layer and moment becomes one line for all whenever it has changed noticeably.</summary>
internal sealed class PullProgress(string image, IProgress<string>? progress)
{
    // In megabytes: a line per step is often enough.
    private const int Step = 10;

    private readonly Dictionary<string, Layer> _layers = [];
    private string? _last;

    /// <summary>Takes a line of the engine's.</summary>
    /// <exception cref="ContainerException">It says that the download has failed.</exception>
    public void Read(JsonNode line)
    {
        if ((line.Member("errorDetail").Member("message").Text() ?? line.Member("error").Text()) is { } error)
            throw ImageHints.NotPulled(image, OneLine.Of(error));
        if (line.Member("id").Text() is not { } id || line.Member("status").Text() is not { } status)
            return;
        var known = _layers.GetValueOrDefault(id);
        switch (status)
        {
            case "Pulling fs layer" or "Waiting":
                _layers[id] = known ?? new Layer(0, false);
                break;
            case "Downloading" when known is not null:
                _layers[id] = known with { Bytes = line.Member("progressDetail").Member("current").Number() ?? known.Bytes };
                break;
            case "Pull complete" or "Already exists":
                _layers[id] = new Layer(known?.Bytes ?? 0, true);
                break;
        }

        Tell();
    }

    private void Tell()
    {
        if (_layers.Count == 0)
            return;
        var megabytes = _layers.Values.Sum(layer => layer.Bytes) / 1_000_000 / Step * Step;
        var text = $"Pulling {image}: {_layers.Values.Count(layer => layer.IsComplete)} of {_layers.Count} layers, {megabytes} MB";
        if (text == _last)
            return;
        _last = text;
        progress?.Report(text);
    }

    private sealed record Layer(long Bytes, bool IsComplete);
}
