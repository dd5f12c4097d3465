using System.Text;
using Conformance.Matrix.Redaction;
using Conformance.Reports.Files;
using Conformance.Reports.Json;
using Conformance.Reports.JUnit;
using Conformance.Reports.Model;
using Conformance.Spec;

namespace Conformance.Cli.Running;

/// <summary>The folder of <c>--report</c>.</summary>
/// <param name="path">The folder; null where no report was asked for.</param>
internal sealed class ReportFolder(string? path)
{
    /// <summary>The report.json that is written; null where no report was asked for.</summary>
    public string? ReportFile => path is null ? null : Path.Combine(path, JsonReport.FileName);

    /// <summary>Makes the folder before the run, so that a run does not end only to find that the folder cannot be written.</summary>
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
            throw new UsageException(Unwritable(path, unwritable), unwritable);
        }
    }

    /// <summary>Writes the report in all its forms, and the logs of the homeservers that the run started, redacted.</summary>
    /// <returns>What could not be written; the other files are there.</returns>
    public async Task<IReadOnlyList<Problem>> WriteAsync(RunReport report, LogReading logs, Redactor redactor)
    {
        if (path is null)
            return [];

        var problems = new List<Problem>();
        await TryAsync(JsonReport.FileName, () => JsonReport.WriteAsync(report, path, CancellationToken.None)).ConfigureAwait(false);
        await TryAsync(JUnitReport.FileName, () => JUnitReport.WriteAsync(report, path, CancellationToken.None)).ConfigureAwait(false);
        await TryAsync(ScenarioReport.ScriptFolder, () => WriteScriptsAsync(report)).ConfigureAwait(false);
        var texts = await logs.ReadAsync().ConfigureAwait(false);
        foreach (var profile in texts.GroupBy(log => log.Profile, StringComparer.Ordinal))
        {
            var name = $"homeserver-{profile.Key}.log";
            var text = Encoding.UTF8.GetBytes(redactor.Text(string.Concat(profile.Select(log => log.Text))));
            await TryAsync(name, () => WholeFile.WriteAsync(Path.Combine(path, name), text, CancellationToken.None)).ConfigureAwait(false);
        }

        return problems;

        async Task TryAsync(string name, Func<Task> write)
        {
            try
            {
                await write().ConfigureAwait(false);
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                problems.Add(Unwritable(Path.Combine(path, name), unwritable));
            }
        }
    }

    // The scripts of an earlier run show what may be mended.
    private async Task WriteScriptsAsync(RunReport report)
    {
        var folder = Path.Combine(path!, ScenarioReport.ScriptFolder);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.sh") : [])
            File.Delete(file);
        foreach (var scenario in report.Scenarios.Where(scenario => scenario.Script is not null))
        {
            Directory.CreateDirectory(folder);
            var script = Encoding.UTF8.GetBytes(scenario.Script!);
            await WholeFile.WriteAsync(Path.Combine(path!, scenario.ScriptFile!), script, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static Problem Unwritable(string file, Exception exception) => new($"{file} cannot be written")
    {
        Place = ErrorPlace.InOption("--report"),
        Why = exception.Message.TrimEnd('.'),
        NextStep = "make room for it, or name another folder",
    };
}
