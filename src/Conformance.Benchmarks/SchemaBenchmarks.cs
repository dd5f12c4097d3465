using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Conformance.JsonSchema.Compiled;

namespace Conformance.Benchmarks;

/// <summary>The validator on a corpus of bodies; one operation is one pass over all of them.</summary>
[MemoryDiagnoser]
public class SchemaBenchmarks
{
    private Corpus[] _corpus = [];
    private CompiledSchema[] _schemas = [];
    private JsonDocument[] _parsed = [];

    /// <summary>Reads the corpus and compiles its schemas.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _corpus = [.. Corpus.Read(Environment.GetEnvironmentVariable(Corpus.FolderVariable) ?? "")];
        _schemas = [.. _corpus.Select(pair => CompiledSchema.Compile(pair.Schema))];
        _parsed = [.. _corpus.Select(pair => JsonDocument.Parse(pair.Body))];
    }

    /// <summary>What reading the bytes costs without looking at them.</summary>
    [Benchmark(Baseline = true)]
    public int BareReader()
    {
        var tokens = 0;
        foreach (var pair in _corpus)
            tokens += Tokens(pair.Body);
        return tokens;
    }

    /// <summary>From bytes to the verdict.</summary>
    [Benchmark]
    public int IsValid()
    {
        var valid = 0;
        for (var i = 0; i < _schemas.Length; i++)
            if (_schemas[i].IsValid(_corpus[i].Body))
                valid++;
        return valid;
    }

    /// <summary>From bytes to the findings; there are none.</summary>
    [Benchmark]
    public int Validate()
    {
        var findings = 0;
        for (var i = 0; i < _schemas.Length; i++)
            findings += _schemas[i].Validate(_corpus[i].Body).Count;
        return findings;
    }

    /// <summary>From parsed values to the findings; there are none.</summary>
    [Benchmark]
    public int ValidateParsed()
    {
        var findings = 0;
        for (var i = 0; i < _schemas.Length; i++)
            findings += _schemas[i].Validate(_parsed[i].RootElement).Count;
        return findings;
    }

    /// <summary>From bytes to findings where each body has the wrong schema.</summary>
    [Benchmark]
    public int FindFaults()
    {
        var findings = 0;
        for (var i = 0; i < _schemas.Length; i++)
            findings += _schemas[(i + 1) % _schemas.Length].Validate(_corpus[i].Body).Count;
        return findings;
    }

    /// <summary>From the bytes of the schemas to their compiled form.</summary>
    [Benchmark]
    public int Compile()
    {
        var compiled = 0;
        foreach (var pair in _corpus)
            if (CompiledSchema.Compile(pair.Schema) is not null)
                compiled++;
        return compiled;
    }

    /// <summary>Reads a text to its end and counts its tokens.</summary>
    internal static int Tokens(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
