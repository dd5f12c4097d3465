using System.Diagnostics;
using System.Text.Json;
using Conformance.Testing;
using Xunit;

namespace Conformance.Mutation.Tests.Hostile;

/// <summary>Pastes the <c>curl</c> commands of a report into a shell, in which curl is something that only takes its arguments.</summary>
internal static class PastedCommands
{
    private const string Shell = "/bin/bash";
    private const string Recorder = "curl() { printf '%s\\n' \"$@\" > /dev/null; }\n";

    /// <summary>The commands of a report.</summary>
    public static IReadOnlyList<string> Of(HostileRun run)
    {
        using var report = JsonDocument.Parse(run.Report["report.json"]);
        return [.. Commands(report.RootElement).Distinct()];
    }

    /// <summary>Pastes a command.</summary>
    /// <returns>What went wrong; null where curl was called and nothing else happened.</returns>
    public static async Task<string?> PasteAsync(string command)
    {
        Skip.IfNot(File.Exists(Shell), $"there is no {Shell}");
        using var folder = new TemporaryFolder();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Shell, ["-c", $"{Recorder}{command}"])
            {
                WorkingDirectory = folder.Path,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            },
        };
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return Directory.EnumerateFileSystemEntries(folder.Path).FirstOrDefault() is { } made ? $"it makes {Path.GetFileName(made)}"
            : process.ExitCode != 0 ? $"exit code {process.ExitCode}: {await error}"
            : (await output).Length > 0 || (await error).Length > 0 ? $"it says {await output} {await error}"
            : null;
    }

    private static IEnumerable<string> Commands(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member is { Name: "curl", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : Commands(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Commands),
        _ => [],
    };
}
