using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Redaction;
using Conformance.Reports.Json;
using Conformance.Reports.JUnit;
using Conformance.Reports.Model;
using Conformance.Spec;

namespace Conformance.Cli.Running;

/// <summary>The folder of <c>--report</c>.</summary>
/// <param name="path">The folder; null where no report was asked for.</param>
internal sealed class ReportFolder(string? path)
{
    // Reads logs from the containers or processes, which may be gone by now.
    private static readonly TimeSpan LogDeadline = TimeSpan.FromSeconds(10);

    /// <summary>Makes the folder, before the run: so that the run does not end with a folder that cannot be written.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Prepare()
    {
        if (path is null)
            return;

        try
        {
            Directory.CreateDirectory(path);
            using var trial = new FileStream(
                Path.Combine(path, ".writable"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                new Problem($"{path} cannot be written")
                {
                    Place = ErrorPlace.InOption("--report"),
                    Why = unwritable.Message.TrimEnd('.'),
                },
                unwritable);
        }
    }

    /// <summary>Writes the report in all its forms, and the logs of the homeservers that the run started, redacted.</summary>
    public async Task WriteAsync(RunReport report, ProfileScheduler scheduler, Redactor redactor)
    {
        if (path is null)
            return;

        await JsonReport.WriteAsync(report, path, CancellationToken.None).ConfigureAwait(false);
        await JUnitReport.WriteAsync(report, path, CancellationToken.None).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(LogDeadline);
        foreach (var (profile, log) in await scheduler.LogsAsync(deadline.Token).ConfigureAwait(false))
            await File.WriteAllTextAsync(Path.Combine(path, $"homeserver-{profile}.log"), redactor.Text(log), CancellationToken.None)
                .ConfigureAwait(false);
    }
}
