using System.Text;
using Conformance.Cli.Features;
using Conformance.Reports.Baselines;
using Conformance.Reports.Files;
using Conformance.Reports.Model;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Running;

/// <summary>Carries out <c>--baseline</c> and <c>--update-baseline</c>.</summary>
internal static class BaselineChoice
{
    /// <summary>The baseline of the run: the one asked for, or else the target's built-in one; null if there is none.</summary>
    /// <param name="arguments">What the user asked for.</param>
    /// <param name="specification">The operations that entries may name.</param>
    /// <param name="library">The requirements and scenarios that entries may name.</param>
    /// <exception cref="UsageException">The options contradict each other, or the file cannot be read, or it is to be rewritten and cannot
    /// be.</exception>
    /// <exception cref="BaselineException">The file is not a baseline.</exception>
    public static Baseline? Load(RunArguments arguments, Specification specification, FeatureLibrary library)
    {
        if (arguments is { NoBaseline: true, BaselineFile: not null })
            throw new UsageException("--no-baseline cannot be combined with --baseline", "remove one of them");
        if (arguments.BaselineFile is not { } file)
        {
            return arguments.UpdateBaseline
                ? throw new UsageException("--update-baseline rewrites the file of --baseline", "add --baseline FILE")
                : BuiltIn(arguments, specification, library);
        }

        var exists = File.Exists(file);
        if (!exists && !arguments.UpdateBaseline)
            throw new UsageException(
                new Problem($"there is no file {file}")
                {
                    Place = ErrorPlace.InOption("--baseline"),
                    NextStep = "add --update-baseline to write it",
                });

        try
        {
            // Check now, so that a run does not end with a file that cannot be written.
            if (arguments is { UpdateBaseline: true, DryRun: false })
                WholeFile.Try(file);
            return exists
                ? Baseline.Load(
                    file, new BaselineVocabulary(specification, library.Requirements, library.Scenarios, library.Root, library.Renamed))
                : new Baseline { File = file };
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(Unusable(file, arguments.UpdateBaseline ? "rewritten" : "read", unusable), unusable);
        }
    }

    /// <summary>Compares a run with the baseline, and rewrites the baseline if that was asked for and the run finished.</summary>
    /// <param name="report">The run.</param>
    /// <param name="baseline">The baseline; null for none.</param>
    /// <param name="isWhole">Whether every existing scenario has run.</param>
    /// <param name="hasEnded">Whether the run finished.</param>
    /// <param name="update">Whether to rewrite the file.</param>
    /// <returns>The run with the baseline's verdicts, and what went wrong with the file; null if nothing did.</returns>
    public static async Task<(RunReport Report, Problem? Problem)> ApplyAsync(
        RunReport report, Baseline? baseline, bool isWhole, bool hasEnded, bool update)
    {
        if (baseline is null)
            return (report, null);

        var compared = BaselineComparison.Apply(report, baseline, isWhole && hasEnded);
        if (!update)
            return (compared, null);

        var outcome = new BaselineUpdate(Written: false, baseline.Entries.Count, 0, 0);
        if (hasEnded)
        {
            (var rewritten, outcome) = BaselineComparison.Update(compared, baseline);
            try
            {
                // The run is over; an interruption now must not stop the writing.
                var text = Encoding.UTF8.GetBytes(BaselineWriter.ToText(rewritten));
                await WholeFile.WriteAsync(baseline.File, text, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                return (compared, Unusable(baseline.File, "rewritten", unwritable) with
                {
                    NextStep = "it is as it was; make room for it, or let it be written, and run again",
                });
            }
        }

        return (compared with { Baseline = compared.Baseline! with { Update = outcome } }, null);
    }

    private static Problem Unusable(string file, string verb, Exception exception) => new($"{file} cannot be {verb}")
    {
        Place = ErrorPlace.InOption("--baseline"),
        Why = exception.Message.TrimEnd('.'),
    };

    // The built-in baseline of a named target. With other features than the built-in ones, its entries would name unknown scenarios.
    private static Baseline? BuiltIn(RunArguments arguments, Specification specification, FeatureLibrary library)
    {
        if (arguments.NoBaseline || arguments.FeaturesFolder is not null)
            return null;
        var name = $"targets/{arguments.Target}/baseline.yaml";
        // A build on Windows writes the folders of a logical name with backslashes.
        var assembly = typeof(BaselineChoice).Assembly;
        using var resource = assembly.GetManifestResourceStream(name) ?? assembly.GetManifestResourceStream(name.Replace('/', '\\'));
        if (resource is null)
            return null;
        using var reader = new StreamReader(resource);
        return Baseline.Parse(name, reader.ReadToEnd(),
            new BaselineVocabulary(specification, library.Requirements, library.Scenarios, library.Root, library.Renamed));
    }
}
