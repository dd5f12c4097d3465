using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Conformance.Benchmarks.Rivals;

/// <summary>
/// Another program that validates the corpus: it is started once with the corpus file, answers <c>ready</c>, and then for each line <c>mode
/// seconds</c> the number of bodies it validated
/// in a second. Modes: <c>bytes</c> (parse and validate), <c>parsed</c> (validate only).
/// </summary>
internal sealed class RivalProcess : IDisposable
{
    private readonly Process _process;

    private RivalProcess(Process process) => _process = process;

    /// <summary>Starts a program; the reason, if it does not start.</summary>
    public static async Task<(RivalProcess? Process, string? Reason)> StartAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        Process? process;
        try
        {
            process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true
                });
        }
        catch (Win32Exception)
        {
            return (null, $"there is no {program} here");
        }

        var rival = new RivalProcess(process!);
        // Read on the side, so that a full pipe cannot block the program.
        var errors = process!.StandardError.ReadToEndAsync(cancellationToken);
        if (await process.StandardOutput.ReadLineAsync(cancellationToken) == "ready")
            return (rival, null);
        rival.Dispose();
        return (null, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault()
            ?? $"{program} ended at once");
    }

    /// <summary>Writes the corpus as the programs read it: an array of <c>{schema, body}</c>, the body as text.</summary>
    public static async Task WriteCorpusAsync(IEnumerable<Corpus> corpus, string file, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var pair in corpus)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("schema");
                writer.WriteRawValue(pair.Schema);
                writer.WriteString("body", pair.Body);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        await File.WriteAllBytesAsync(file, stream.ToArray(), cancellationToken);
    }

    /// <summary>A rival in one of the program's modes.</summary>
    public IRival InMode(string mode, string name) => new Mode(this, mode, name);

    /// <summary>Ends the program.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private sealed class Mode(RivalProcess owner, string mode, string name) : IRival
    {
        public string Name => name;

        public async Task<double> TakeTurnAsync(double seconds, CancellationToken cancellationToken)
        {
            await owner._process.StandardInput.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{mode} {seconds}").AsMemory(), cancellationToken);
            await owner._process.StandardInput.FlushAsync(cancellationToken);
            var answer = await owner._process.StandardOutput.ReadLineAsync(cancellationToken);
            return double.TryParse(answer, CultureInfo.InvariantCulture, out var rate)
                ? rate
                : throw new IOException($"{name} ended before its turn was over");
        }
    }
}
