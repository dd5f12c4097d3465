using System.Diagnostics;

namespace Conformance.Testing;

/// <summary>Runs scripts that call curl.</summary>
public static class PosixShell
{
    private const string Shell = "/bin/sh";
    private const string Curl = "/usr/bin/curl";

    /// <summary>Why no script can be run here; null where it can.</summary>
    public static string? WhyNot => File.Exists(Shell) && File.Exists(Curl) ? null : $"there is no {Shell} or no {Curl}";

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string script, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(Shell, [script, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true },
        };
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
