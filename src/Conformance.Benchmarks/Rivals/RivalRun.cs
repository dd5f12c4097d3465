using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;

namespace Conformance.Benchmarks.Rivals;

/// <summary>Lets the rivals take turns over one corpus, several rounds long, so that other load on the machine affects them
/// alike.</summary>
internal static class RivalRun
{
    private const int WarmUpRounds = 2;

    /// <summary>Runs and prints the table. Arguments: the corpus's folder, <c>--rounds N</c>, <c>--seconds S</c>,
    /// <c>--bodies</c>.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var (folder, rounds, seconds, eachBody) = Parse(args);
        var corpus = Corpus.Read(folder);
        if (eachBody)
            return await CompareBodiesAsync(corpus, rounds, cancellationToken);
        var temporary = Directory.CreateTempSubdirectory("conformance-rivals-");
        var processes = new List<RivalProcess>();
        try
        {
            var rivals = InProcess(corpus);
            await AddProcessesAsync(rivals, processes, corpus, temporary.FullName, cancellationToken);
            Print(corpus, rounds, seconds, await TakeTurnsAsync(rivals, rounds, seconds, cancellationToken));
            return 0;
        }
        finally
        {
            foreach (var process in processes)
                process.Dispose();
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Compares the validator with the bare reader, body by body.</summary>
    private static async Task<int> CompareBodiesAsync(IReadOnlyList<Corpus> corpus, int rounds, CancellationToken cancellationToken)
    {
        const double Seconds = 0.02;
        await TakeTurnsAsync(InProcess(corpus)[..2], 1, 1, cancellationToken);
        Console.WriteLine("| | bytes | Utf8JsonReader, ns | Conformance.JsonSchema, ns | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var pair in corpus)
        {
            var rates = (await TakeTurnsAsync(InProcess([pair])[..2], rounds, Seconds, cancellationToken)).Values.ToList();
            var (bare, ours) = (1e9 / Median(rates[0]), 1e9 / Median(rates[1]));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"| {pair.Name} | {pair.Body.Length} | {bare:F0} | {ours:F0} | {ours / bare:F2} |"));
        }

        return 0;
    }

    private static async Task<Dictionary<IRival, List<double>>> TakeTurnsAsync(
        List<IRival> rivals, int rounds, double seconds, CancellationToken cancellationToken)
    {
        var rates = rivals.ToDictionary(rival => rival, _ => new List<double>());
        for (var round = -WarmUpRounds; round < rounds; round++)
            foreach (var rival in rivals)
            {
                var rate = await rival.TakeTurnAsync(seconds, cancellationToken);
                if (round >= 0)
                    rates[rival].Add(rate);
            }

        return rates;
    }

    private static (string Folder, int Rounds, double Seconds, bool EachBody) Parse(string[] args)
    {
        string? folder = null;
        var (rounds, seconds, eachBody) = (9, 0.5, false);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--rounds" && i + 1 < args.Length
                && int.TryParse(args[++i], NumberStyles.None, CultureInfo.InvariantCulture, out rounds) && rounds > 0)
                continue;
            if (args[i] == "--seconds" && i + 1 < args.Length
                && double.TryParse(args[++i], NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) && seconds > 0)
                continue;
            if (args[i] == "--bodies")
            {
                eachBody = true;
                continue;
            }

            if (folder is not null || args[i].StartsWith('-'))
                throw new ArgumentException($"{args[i]} is not understood; --help shows the usage");
            folder = args[i];
        }

        return (folder ?? throw new ArgumentException("--rivals needs the folder of the corpus"), rounds, seconds, eachBody);
    }

    private static List<IRival> InProcess(IReadOnlyList<Corpus> corpus)
    {
        var bodies = corpus.Select(pair => pair.Body).ToArray();
        var schemas = corpus.Select(pair => CompiledSchema.Compile(pair.Schema)).ToArray();
        var parsed = bodies.Select(body => JsonDocument.Parse(body).RootElement).ToArray();
        return
        [
            new InProcessRival("Utf8JsonReader alone, from bytes", bodies.Length, () =>
            {
                foreach (var body in bodies)
                    SchemaBenchmarks.Tokens(body);
            }),
            new InProcessRival("Conformance.JsonSchema, from bytes", bodies.Length, () =>
            {
                for (var i = 0; i < schemas.Length; i++)
                    if (!schemas[i].IsValid(bodies[i]))
                        throw new IOException($"{corpus[i].Name} is not valid");
            }),
            new InProcessRival("Conformance.JsonSchema, parsed", bodies.Length, () =>
            {
                for (var i = 0; i < schemas.Length; i++)
                    if (schemas[i].Validate(parsed[i]).Count > 0)
                        throw new IOException($"{corpus[i].Name} is not valid");
            }),
            .. JsonSchemaNet.Rivals(corpus, parsed),
        ];
    }

    private static async Task AddProcessesAsync(List<IRival> rivals, List<RivalProcess> processes, IReadOnlyList<Corpus> corpus,
        string temporary, CancellationToken cancellationToken)
    {
        var file = Path.Combine(temporary, "corpus.json");
        await RivalProcess.WriteCorpusAsync(corpus, file, cancellationToken);
        var scripts = Path.Combine(AppContext.BaseDirectory, "Rivals");
        File.Copy(Path.Combine(scripts, "ajv-rival.mjs"), Path.Combine(temporary, "ajv-rival.mjs"));
        var missing = await InstallAjvAsync(temporary, cancellationToken);
        await AddAsync("ajv", missing, "node", [Path.Combine(temporary, "ajv-rival.mjs"), file]);
        await AddAsync("python-jsonschema", null, "python3", [Path.Combine(scripts, "python_rival.py"), file]);

        async Task AddAsync(string name, string? reason, string program, string[] arguments)
        {
            RivalProcess? process = null;
            if (reason is null)
                (process, reason) = await RivalProcess.StartAsync(program, arguments, cancellationToken);
            if (process is null)
            {
                Console.WriteLine($"{name} does not take part: {reason}");
                return;
            }

            processes.Add(process);
            rivals.Add(process.InMode("bytes", $"{name}, from bytes"));
            rivals.Add(process.InMode("parsed", $"{name}, parsed"));
        }
    }

    private static async Task<string?> InstallAjvAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), "{ \"private\": true }", cancellationToken);
            using var npm = Process.Start(
                new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--silent", "ajv@8"]) { WorkingDirectory = folder })!;
            await npm.WaitForExitAsync(cancellationToken);
            return npm.ExitCode == 0 ? null : $"npm could not install it (exit code {npm.ExitCode})";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no npm here";
        }
    }

    private static void Print(IReadOnlyList<Corpus> corpus, int rounds, double seconds, Dictionary<IRival, List<double>> rates)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{corpus.Count} bodies, {corpus.Sum(pair => pair.Body.Length)} bytes; {rounds} rounds of {seconds} s each, after {WarmUpRounds} to warm up; one thread; validations a second"));
        Console.WriteLine();
        Console.WriteLine("| | median | lowest | highest |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var (rival, turns) in rates)
            Console.WriteLine($"| {rival.Name} | {Rate(Median(turns))} | {Rate(turns.Min())} | {Rate(turns.Max())} |");
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);

    private static string Rate(double rate) => rate >= 1e6
        ? string.Create(CultureInfo.InvariantCulture, $"{rate / 1e6:F2} M")
        : string.Create(CultureInfo.InvariantCulture, $"{rate / 1e3:F1} k");
}
