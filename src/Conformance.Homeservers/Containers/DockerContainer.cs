using System.Globalization;
using System.Net;
using System.Text;
using Docker.DotNet.Models;

namespace Conformance.Homeservers.Containers;

/// <summary>A container of an engine that speaks Docker's API.</summary>
/// <param name="engine">The way to the engine.</param>
/// <param name="deadlines">How long the engine may take.</param>
/// <param name="name">The container's unique name.</param>
/// <param name="specification">What it is made from.</param>
/// <param name="labels">The labels by which a later run knows it.</param>
/// <param name="forget">Receives the name once the container is gone.</param>
internal sealed class DockerContainer(
    EngineConnection engine,
    EngineDeadlines deadlines,
    string name,
    ContainerSpecification specification,
    IReadOnlyDictionary<string, string> labels,
    Action<string> forget) : IRemovableContainer
{
    // The time that the engine gives a process to end by itself.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(15);

    private readonly MadeContainer _made = new(engine.Endpoint, name, specification, labels);
    private string? _id;

    /// <inheritdoc/>
    public string Id => _id ?? name;

    /// <summary>Makes the container, with its files.</summary>
    /// <exception cref="ContainerException">The engine refuses, or a file's path is not absolute.</exception>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await CallAsync("create", deadlines.Change, _made.CreateAsync, cancellationToken);
        _id = _made.Id;
        if (specification.Files.FirstOrDefault(file => !file.Path.StartsWith('/') || file.Path.EndsWith('/')) is { } wrong)
            throw new ContainerException(
                $"\"{wrong.Path}\" is not an absolute path of a file in a container",
                "begin it with a slash, and end it with the file's name.");
        if (specification.Files.Count > 0)
            await FillAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) =>
        CallAsync("start", deadlines.Change, _made.StartAsync, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        var found = await engine.FindAsync(
            Purpose("look at"), deadlines.Call, (client, token) => client.Containers.InspectContainerAsync(Id, token), cancellationToken);
        return found?.State?.Running == true;
    }

    /// <inheritdoc/>
    public async Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken)
    {
        // Testcontainers has no call for the last lines, and keeps the two streams apart.
        var parameters = new ContainerLogsParameters
        {
            ShowStdout = true,
            ShowStderr = true,
            Tail = lastLines == int.MaxValue ? "all" : Math.Max(lastLines, 0).ToString(CultureInfo.InvariantCulture),
        };
        return await engine.CallAsync(
            Purpose("give the logs of"),
            deadlines.Change,
            async (client, token) =>
            {
                using var logs = await client.Containers.GetContainerLogsAsync(Id, parameters, token);
                using var text = new MemoryStream();
                await logs.CopyOutputToAsync(Stream.Null, text, text, token);
                return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        CallAsync("stop", deadlines.Call + StopTime, _made.StopAsync, cancellationToken);

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
            // Not with the run's token: cancelling a run must not leave the container behind.
            await RemoveAsync(engine, Id, deadlines.Change, CancellationToken.None);
            forget(name);
        }
        catch (ContainerException)
        {
            // The next run removes it.
        }
    }

    /// <summary>
    /// Removes a container with its volumes, running or not; nothing happens if it does not exist or is already being removed.
    /// </summary>
    /// <exception cref="ContainerException">The container cannot be removed.</exception>
    public static async Task RemoveAsync(EngineConnection engine, string id, TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            await engine.CallAsync(
                $"remove the container {id}",
                deadline,
                (client, token) =>
                    client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, token),
                cancellationToken);
        }
        catch (ContainerException exception)
            when (EngineConnection.StatusOf(exception) is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            // It is gone, or going.
        }
    }

    // Testcontainers would make the folders as root.
    private async Task FillAsync(CancellationToken cancellationToken)
    {
        // A folder in the archive would change an existing folder's mode and owner, or replace a link to it, so only missing folders go in.
        var missing = new List<string>();
        foreach (var folder in FileArchive.Folders(specification.Files))
        {
            if (missing.Any(outer => folder.StartsWith($"{outer}/", StringComparison.Ordinal))
                || !await ExistsAsync(folder, cancellationToken))
                missing.Add(folder);
        }

        using var archive = new MemoryStream(FileArchive.Pack(missing, specification.Files, specification.User), writable: false);
        await engine.CallAsync(
            Purpose("copy files into"),
            deadlines.Change,
            (client, token) =>
                client.Containers.ExtractArchiveToContainerAsync(Id, new CopyToContainerParameters { Path = "/" }, archive, token),
            cancellationToken);
    }

    private async Task<bool> ExistsAsync(string path, CancellationToken cancellationToken) =>
        await engine.FindAsync(
            Purpose("look into"),
            deadlines.Call,
            (client, token) =>
                client.Containers.GetArchiveFromContainerAsync(Id, new ContainerPathStatParameters { Path = path }, true, token),
            cancellationToken) is not null;

    private Task CallAsync(string purpose, TimeSpan deadline, Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        engine.CallAsync(Purpose(purpose), deadline, (_, token) => call(token), cancellationToken);

    private string Purpose(string verb) => $"{verb} the container {name}";
}
