using Conformance.Cli.Parsing;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.FixedCompanions;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets;
using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Reading;
using Conformance.Matrix.Actors;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Running;

/// <summary>Turns TARGET into a source of homeservers.</summary>
internal static class TargetChoice
{
    private const string Embedded = EmbeddedSource.EmbeddedName;

    private static readonly string[] FileExtensions = [".yaml", ".yml"];

    /// <summary>The target that was asked for, not started yet.</summary>
    /// <param name="arguments">What the user asked for.</param>
    /// <param name="specification">The specification to judge by.</param>
    /// <param name="seed">The seed of random choices.</param>
    /// <param name="progress">Receives what a long start is doing.</param>
    /// <exception cref="UsageException">TARGET cannot be tested, or an option cannot be combined with it.</exception>
    /// <exception cref="TargetFileException">TARGET is a target file with errors.</exception>
    public static IProfileSource Source(RunArguments arguments, Specification specification, int seed, IProgress<string> progress)
    {
        if (arguments.Target is null or Embedded)
            return EmbeddedTarget(arguments, specification);

        if (arguments.Faults.Count > 0)
            throw new UsageException("--fault is for the embedded homeserver", "omit TARGET to use it");
        if (arguments.CaFile is { } file && !File.Exists(file))
            throw new UsageException(new Problem($"there is no file {file}") { Place = ErrorPlace.InOption("--ca") });
        IReadOnlyList<Account> accounts = arguments.AccountsFile is { } listed ? AccountsFile.Read(listed) : [];
        var companions = CompanionsChoice.Of(arguments.CompanionsFile);
        if (Described(arguments.Target) is { } described)
        {
            return new TargetFileSource(described, new TargetFileOptions
            {
                Specification = specification,
                SpecVersion = arguments.SpecVersion,
                Seed = seed,
                RegistrationToken = arguments.RegistrationToken,
                Accounts = accounts,
                Insecure = arguments.Insecure,
                CaFile = arguments.CaFile,
                Image = arguments.Image,
                Runtime = arguments.Runtime,
                TreeFolder = arguments.TreeFolder,
                KeepServers = arguments.KeepServer,
                Companions = companions,
                Progress = progress,
            });
        }

        var url = Url(arguments.Target);
        RefuseContainerOptions(arguments);
        var options = new UrlHomeserverOptions
        {
            Specification = specification,
            SpecVersion = arguments.SpecVersion,
            Seed = seed,
            RegistrationToken = arguments.RegistrationToken,
            Accounts = accounts,
            Insecure = arguments.Insecure,
            CaFile = arguments.CaFile,
        };
        return companions is null
            ? new SingleProfileSource(arguments.Target, () => new UrlHomeserver(url, options))
            : new SingleProfileSource(arguments.Target, () => new CompanionedHomeserver(url, options, companions), companions);
    }

    private static EmbeddedSource EmbeddedTarget(RunArguments arguments, Specification specification)
    {
        RefuseEmbedded(arguments.AccountsFile is not null, "--accounts");
        RefuseEmbedded(arguments.RegistrationToken is not null, "--registration-token");
        RefuseEmbedded(arguments.Insecure, "--insecure");
        RefuseEmbedded(arguments.CaFile is not null, "--ca");
        if (arguments.KeepServer)
            throw new UsageException(
                "--keep-server is for a homeserver that outlives the run, which the embedded one does not",
                "\"conformance serve\" runs it until Ctrl-C, at a URL to give as TARGET");
        RefuseContainerOptions(arguments);
        if (arguments.CompanionsFile is not null)
        {
            CompanionsChoice.Check(arguments.CompanionsFile);
            RefuseEmbedded(given: true, "--companions");
        }

        FaultNames.Check(arguments.Faults);
        return new EmbeddedSource(new EmbeddedHomeserverOptions
        {
            Specification = specification,
            SpecVersion = arguments.SpecVersion,
            Faults = arguments.Faults
        });
    }

    private static TargetFile? Described(string target) =>
        TargetFiles.BuiltInNames.Contains(target, StringComparer.Ordinal) ? TargetFiles.BuiltIn(target)
        : FileExtensions.Contains(Path.GetExtension(target), StringComparer.OrdinalIgnoreCase)
            || File.Exists(target) ? TargetFiles.Load(target)
        : null;

    private static Uri Url(string target)
    {
        if (Uri.TryCreate(target, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url is { Query: "", Fragment: "", UserInfo: "" }
                ? url
                : throw new UsageException(
                    "TARGET is the base URL of a homeserver, without user, query and fragment, e.g. http://localhost:8008");
        }

        var suggestion = Uri.TryCreate($"http://{target}", UriKind.Absolute, out var completed)
            && (completed.Port != 80 || completed.Host.Contains('.', StringComparison.Ordinal))
            ? $"; did you mean http://{target}?"
            : $"; give the URL of a homeserver, e.g. http://localhost:8008, {string.Join(", ", TargetFiles.BuiltInNames)}, a target file, or embedded (the default)";
        throw new UsageException($"\"{target}\" is not a target{suggestion}");
    }

    private static void RefuseContainerOptions(RunArguments arguments)
    {
        string? given = arguments switch
        {
            { Image: not null } => "--image",
            { Runtime: not TargetRuntime.Any } => "--runtime",
            { TreeFolder: not null } => "--tree",
            { KeepServer: true } => "--keep-server",
            _ => null,
        };
        if (given is not null)
            throw new UsageException(
                $"{given} is for a homeserver that the suite starts",
                $"give {string.Join(", ", TargetFiles.BuiltInNames)} or a target file as TARGET");
    }

    private static void RefuseEmbedded(bool given, string option)
    {
        if (given)
            throw new UsageException($"{option} is for a homeserver at a URL, not for the embedded one", "give its URL as TARGET");
    }
}
