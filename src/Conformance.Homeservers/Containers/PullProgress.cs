using Docker.DotNet.Models;

namespace Conformance.Homeservers.Containers;

/// <summary>
/// Sums up the progress of a download: the engine's many lines for each layer become one line for all layers, whenever it has changed
/// noticeably.
/// </summary>
/// <param name="image">The image.</param>
/// <param name="progress">Receives each line.</param>
/// <param name="silence">How long the engine may be silent.</param>
internal sealed class PullProgress(string image, IProgress<string>? progress, TimeSpan silence) : IProgress<JSONMessage>, IDisposable
{
    // In megabytes: a line per step is often enough.
    private const int Step = 10;

    private readonly CancellationTokenSource _silence = new(silence);
    private readonly Dictionary<string, Layer> _layers = [];
    private string? _last;

    /// <summary>Cancelled when the engine has been silent for too long.</summary>
    public CancellationToken Silence => _silence.Token;

    /// <summary>Why the download has failed, as the engine says; null if it reported no error.</summary>
    public string? Error { get; private set; }

    /// <inheritdoc/>
    public void Report(JSONMessage value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _silence.CancelAfter(silence);
        if (value.Error?.Message is { } error)
            Error ??= OneLine.Of(error);
        if (value.ID is not { } id || value.Status is not { } status)
            return;
        var known = _layers.GetValueOrDefault(id);
        switch (status)
        {
            case "Pulling fs layer" or "Waiting":
                _layers[id] = known ?? new Layer(0, false);
                break;
            case "Downloading" when known is not null:
                _layers[id] = known with { Bytes = value.Progress?.Current ?? known.Bytes };
                break;
            case "Pull complete" or "Already exists":
                _layers[id] = new Layer(known?.Bytes ?? 0, true);
                break;
        }

        Tell();
    }

    /// <inheritdoc/>
    public void Dispose() => _silence.Dispose();

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
