using System.Diagnostics;
using System.Text;
using Conformance.Cli;
using Conformance.Cli.Verbs;
using Conformance.Mutation.Hostile;
using Conformance.Spec.Loading;
using Conformance.Testing;

namespace Conformance.Mutation.Tests.Hostile;

/// <summary>Runs the command line against hostile servers.</summary>
internal static class HostileRunner
{
    private const string ScenarioSeconds = "3";

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan BetweenMeasurements = TimeSpan.FromMilliseconds(20);

    private static readonly Specification Specification = Specification.LoadEmbedded(Specification.Embedded.Max());

    /// <summary>Runs it, in this process or in one of its own.</summary>
    public static async Task<HostileRun> RunAsync(HostileServer hostile, HostilePlace place)
    {
        using var folder = new TemporaryFolder();
        await using var target = await HostileTarget.StartAsync(hostile, Specification, CancellationToken.None);
        if (place is HostilePlace.Probes)
            target.Misbehave();
        string[] arguments =
        [
            target.BaseUrl.OriginalString.TrimEnd('/'), "--report", $"{folder.Path}/report", "--timeout", ScenarioSeconds, "--seed", "1",
            .. hostile.Filters.SelectMany(filter => new[] { "--filter", filter }),
        ];
        var started = Stopwatch.GetTimestamp();
        var run = await (hostile.IsLarge ? OutsideAsync(arguments, target) : InsideAsync(arguments, target));
        return run with
        {
            Hostile = hostile,
            Place = place,
            Duration = Stopwatch.GetElapsedTime(started),
            Secrets = target.Secrets,
            RequestsElsewhere = target.Elsewhere.Count,
            Report = Directory.Exists($"{folder.Path}/report")
                ? Directory.GetFiles($"{folder.Path}/report").ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText)
                : new Dictionary<string, string>(),
        };
    }

    private static async Task<HostileRun> InsideAsync(string[] arguments, HostileTarget target)
    {
        using var deadline = new CancellationTokenSource(LongestRun);
        using var output = new ListeningWriter(target.Misbehave);
        using var error = new StringWriter();
        var running = new CommandLine(new Shell { Output = output, Error = error }).RunAsync(arguments, deadline.Token);
        var ended = await Task.WhenAny(running, Task.Delay(LongestRun + LongestRun)) == running && !deadline.IsCancellationRequested;
        return new HostileRun(null!, default)
        {
            ExitCode = ended ? await running : null,
            Output = output.ToString(),
            Error = error.ToString(),
        };
    }

    private static async Task<HostileRun> OutsideAsync(string[] arguments, HostileTarget target)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "conformance.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var (output, error) = (new StringBuilder(), new StringBuilder());

        // The first line is written once the probes are over.
        process.OutputDataReceived += (_, line) =>
        {
            output.AppendLine(line.Data);
            if (line.Data is { Length: > 0 })
                target.Misbehave();
        };
        process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0L;
        using var deadline = new CancellationTokenSource(LongestRun);
        var ended = process.WaitForExitAsync(deadline.Token);
        while (await Task.WhenAny(ended, Task.Delay(BetweenMeasurements)) != ended)
        {
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended meanwhile; the wait will say so.
            }
        }

        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        return new HostileRun(null!, default)
        {
            ExitCode = ended.IsCompletedSuccessfully ? process.ExitCode : null,
            Output = output.ToString(),
            Error = error.ToString(),
            PeakBytes = peak,
        };
    }

    /// <summary>Tells when something is written. A run writes its first line once the probes are over.</summary>
    private sealed class ListeningWriter(Action written) : StringWriter
    {
        public override void Write(char value)
        {
            base.Write(value);
            written();
        }

        public override void Write(string? value)
        {
            base.Write(value);
            written();
        }

        public override void Write(char[] buffer, int index, int count)
        {
            base.Write(buffer, index, count);
            written();
        }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            written();
        }
    }
}
