using BenchmarkDotNet.Running;
using Conformance.Benchmarks;
using Conformance.Benchmarks.Rivals;

const string Usage = """
    Conformance.Benchmarks CORPUS             the validator alone, under BenchmarkDotNet (further arguments go to it)
    Conformance.Benchmarks --rivals CORPUS    the validator beside others, interleaved in one run; --rounds N (default 9), --seconds S a turn (default 0.5);
                                              --bodies: instead, body by body beside a bare reader

    CORPUS is a folder of *.json, each an object with the members "schema" and "body".
    """;

if (args.Length == 0 || args[0] is "--help" or "-h")
{
    Console.WriteLine(Usage);
    return args.Length == 0 ? 2 : 0;
}

try
{
    if (args[0] == "--rivals")
        return await RivalRun.RunAsync(args[1..], CancellationToken.None);
    Environment.SetEnvironmentVariable(Corpus.FolderVariable, Path.GetFullPath(args[0]));
    Corpus.Read(args[0]);
    BenchmarkRunner.Run<SchemaBenchmarks>(args: args[1..]);
    return 0;
}
catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
