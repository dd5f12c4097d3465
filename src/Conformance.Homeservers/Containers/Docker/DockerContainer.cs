using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>A container of an engine that speaks Docker's API.</summary>
/// <param name="client">The way to the engine.</param>
/// <param name="deadlines">How long the engine may take.</param>
/// <param name="name">The container's unique name.</param>
/// <param name="specification">What it was made from.</param>
/// <param name="forget">Told the name when the container is gone.</param>
internal sealed class DockerContainer(EngineClient client, EngineDeadlines deadlines, string name, ContainerSpecification specification, Action<string> forget) : IRemovableContainer
{
    // What the engine gives a process to end by itself.
    private const int StopSeconds = 10;

    private string? _id;

    /// <inheritdoc/>
    public string Id => _id ?? name;

    /// <summary>Takes over the id that the engine has given it, and puts the files in.</summary>
    public async Task FillAsync(string id, CancellationToken cancellationToken)
    {
        _id = id;
        if (specification.Files.Count == 0)
            return;
        if (specification.Files.FirstOrDefault(file => !file.Path.StartsWith('/') || file.Path.EndsWith('/')) is { } wrong)
            throw new ContainerException($"\"{wrong.Path}\" is no absolute path of a file in a container; begin it with a slash, and end it with the file's name.");
        // A folder of the archive would change one that is there, in mode and owner, or replace a link to it: only those that are not there go in.
        var missing = new List<string>();
        foreach (var folder in FileArchive.Folders(specification.Files))
        {
            if (missing.Any(outer => folder.StartsWith($"{outer}/", StringComparison.Ordinal)) || !await ExistsAsync(folder, cancellationToken))
                missing.Add(folder);
        }

        var archive = new ByteArrayContent(FileArchive.Pack(missing, specification.Files, specification.User));
        archive.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        await client.SendAsync(Request(HttpMethod.Put, "archive?path=/", "copy files into") with { Content = archive }, deadlines.Change, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => client.SendAsync(Request(HttpMethod.Post, "start", "start"), deadlines.Change, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(Request(HttpMethod.Get, "json", "look at", HttpStatusCode.NotFound), deadlines.Call, cancellationToken);
        return answer.Json.Member("State").Member("Running") is { } running && running.GetValueKind() == System.Text.Json.JsonValueKind.True;
    }

    /// <inheritdoc/>
    public async Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken)
    {
        var tail = lastLines == int.MaxValue ? "all" : Math.Max(lastLines, 0).ToString(CultureInfo.InvariantCulture);
        var answer = await client.SendAsync(Request(HttpMethod.Get, $"logs?stdout=1&stderr=1&tail={tail}", "give the logs of"), deadlines.Change, cancellationToken);
        return LogFrames.Text(answer.Body);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        client.SendAsync(
            Request(HttpMethod.Post, $"stop?t={StopSeconds.ToString(CultureInfo.InvariantCulture)}", "stop", HttpStatusCode.NotFound),
            deadlines.Call + TimeSpan.FromSeconds(StopSeconds),
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!specification.Keep)
            await RemoveAsync();
    }

    /// <inheritdoc/>
    public async Task RemoveAsync()
    {
        try
        {
            // Not with the token of the run: whoever cancels a run wants nothing left of it.
            await RemoveAsync(client, Id, deadlines.Change, CancellationToken.None);
            forget(name);
        }
        catch (Exception exception) when (exception is ContainerException or ObjectDisposedException)
        {
            // The next run removes it.
        }
    }

    /// <summary>Removes a container with its volumes, running or not; nothing happens if it is not there, or being removed already.</summary>
    /// <exception cref="ContainerException">It stays.</exception>
    public static Task RemoveAsync(EngineClient client, string id, TimeSpan deadline, CancellationToken cancellationToken) =>
        client.SendAsync(
            new EngineRequest(HttpMethod.Delete, $"/containers/{id}?force=1&v=1", $"remove the container {id}") { Expected = [HttpStatusCode.NotFound, HttpStatusCode.Conflict] },
            deadline,
            cancellationToken);

    private async Task<bool> ExistsAsync(string path, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Head, $"archive?path={Uri.EscapeDataString(path)}", "look into", HttpStatusCode.NotFound);
        return (await client.SendAsync(request, deadlines.Call, cancellationToken)).Status == HttpStatusCode.OK;
    }

    private EngineRequest Request(HttpMethod method, string call, string purpose, params HttpStatusCode[] expected) =>
        new(method, $"/containers/{Id}/{call}", $"{purpose} the container {name}") { Expected = expected };
}
