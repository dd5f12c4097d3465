using System.ComponentModel;
using System.Diagnostics;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Launching;

/// <summary>A homeserver as a plain process of this machine, with a data folder of its own.</summary>
/// <param name="folders">Where its data folder is made.</param>
/// <param name="keep">Whether the process and its data folder stay.</param>
internal sealed class ProcessLaunch(DataFolders folders, bool keep) : ILaunch
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(5);

    // How long to wait for the end of the log of a process that has ended: a child that it leaves behind may hold its pipes open.
    private static readonly TimeSpan LogDeadline = TimeSpan.FromSeconds(5);

    // How long a program that only says something may take.
    private static readonly TimeSpan OutputDeadline = TimeSpan.FromSeconds(10);

    // A server that stays must not write to a pipe that nobody reads, and the run's Ctrl-C is not meant for it. It takes the shell's place.
    private const string KeptStart = "trap '' HUP INT; exec \"$@\" >>\"$0\" 2>&1";

    private readonly ProcessLog _log = new();
    private readonly string _folder = folders.Create();
    private Process? _process;
    private bool _isAbandoned;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [VariableNames.Data] = _folder,
        [VariableNames.Bind] = "127.0.0.1",
    };

    /// <inheritdoc/>
    public async Task StartAsync(LaunchPlan plan, CancellationToken cancellationToken)
    {
        foreach (var (path, content) in plan.Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, content, cancellationToken);
        }

        var start = StartOf(plan, isKept: keep && !OperatingSystem.IsWindows());
        var process = Begun(start, plan, _log);
        _process = process;
        folders.NoteProcess(_folder, process.Id, keep);
    }

    /// <inheritdoc/>
    public async Task<string?> OutputAsync(LaunchPlan plan, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OutputDeadline);
        var said = new ProcessLog();
        try
        {
            using var process = Begun(StartOf(plan, isKept: false), plan, said);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            finally
            {
                await StopAsync(process);
            }

            return said.Last(int.MaxValue);
        }
        catch (Exception failed)
            when (failed is TargetException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Abandon() => _isAbandoned = true;

    /// <inheritdoc/>
    public Task<KeptHomeserver?> KeptAsync(CancellationToken cancellationToken) => Task.FromResult(
        keep && _process is { HasExited: false } process
            ? new KeptHomeserver(
                FormattableString.Invariant($"process {process.Id}, data in {_folder}"),
                FormattableString.Invariant($"kill {process.Id}"))
            : null);

    /// <inheritdoc/>
    public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(_process is { HasExited: false });

    /// <inheritdoc/>
    public async Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken)
    {
        // Its last lines, which say why it has ended, are still on their way when its end is seen.
        if (_process is { HasExited: true } ended)
            await ReadToEndAsync(ended, cancellationToken);
        return File.Exists(LogFile)
            ? string.Join('\n', (await File.ReadAllLinesAsync(LogFile, cancellationToken)).TakeLast(lastLines))
            : _log.Last(lastLines);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var stays = keep && !_isAbandoned && _process is { HasExited: false };
        if (_process is { } process)
        {
            _process = null;
            using (process)
            {
                if (!stays)
                    await StopAsync(process);
            }
        }

        if (!stays)
            DataFolders.Remove(_folder);
    }

    private string LogFile => Path.Combine(_folder, "homeserver.log");

    private ProcessStartInfo StartOf(LaunchPlan plan, bool isKept)
    {
        string[] words = [.. plan.Entrypoint ?? [], .. plan.Command];
        if (isKept)
            words = ["/bin/sh", "-c", KeptStart, LogFile, .. words];
        var start = new ProcessStartInfo(words[0])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in words.Skip(1))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in plan.Environment)
            start.Environment[name] = value;
        return start;
    }

    private static Process Begun(ProcessStartInfo start, LaunchPlan plan, ProcessLog log)
    {
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        try
        {
            process.Start();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            process.Dispose();
            throw new TargetException(
                new Problem($"{(plan.Entrypoint ?? plan.Command)[0]} cannot be started")
                {
                    Why = exception.Message.TrimEnd('.'),
                    NextStep = "check the tree's folder (--tree) and the command in the target file.",
                },
                exception);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task ReadToEndAsync(Process ended, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LogDeadline);
        try
        {
            await ended.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The output so far must suffice.
        }
    }

    // The server need not end gently: its data folder is deleted as well.
    private static async Task StopAsync(Process process)
    {
        using var limit = new CancellationTokenSource(StopDeadline);
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or OperationCanceledException)
        {
            // It has already ended, or the system is slow to say so.
        }
    }
}
