using Conformance.Cli.Parsing;
using Conformance.Homeservers;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Actors;
using Conformance.Spec;

namespace Conformance.Cli.Running;

/// <summary>Turns TARGET into a homeserver.</summary>
internal static class TargetChoice
{
    private const string Embedded = EmbeddedSource.EmbeddedName;

    /// <summary>The target that was asked for, nothing of it started yet.</summary>
    /// <param name="arguments">What the user asked for.</param>
    /// <param name="specification">The specification to judge by.</param>
    /// <param name="seed">What random choices come from.</param>
    /// <exception cref="UsageException">TARGET is neither a URL nor <c>embedded</c>, or an option does not go with it.</exception>
    public static IProfileSource Source(RunArguments arguments, Specification specification, int seed)
    {
        if (arguments.Target is null or Embedded)
        {
            Refuse(arguments.AccountsFile is not null, "--accounts");
            Refuse(arguments.RegistrationToken is not null, "--registration-token");
            Refuse(arguments.Insecure, "--insecure");
            Refuse(arguments.CaFile is not null, "--ca");
            FaultNames.Check(arguments.Faults);
            return new EmbeddedSource(new EmbeddedHomeserverOptions { Specification = specification, SpecVersion = arguments.SpecVersion, Seed = seed, Faults = arguments.Faults });
        }

        var url = Url(arguments.Target);
        if (arguments.Faults.Count > 0)
            throw new UsageException("--fault is for the embedded homeserver; leave TARGET away to use it");
        if (arguments.CaFile is { } file && !File.Exists(file))
            throw new UsageException($"--ca: there is no file {file}");
        IReadOnlyList<Account> accounts = arguments.AccountsFile is { } listed ? AccountsFile.Read(listed) : [];
        return new SingleProfileSource(arguments.Target, () => new UrlHomeserver(url, new UrlHomeserverOptions
        {
            Specification = specification,
            SpecVersion = arguments.SpecVersion,
            Seed = seed,
            RegistrationToken = arguments.RegistrationToken,
            Accounts = accounts,
            Insecure = arguments.Insecure,
            CaFile = arguments.CaFile,
        }));
    }

    private static Uri Url(string target)
    {
        if (Uri.TryCreate(target, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url is { Query: "", Fragment: "", UserInfo: "" }
                ? url
                : throw new UsageException("TARGET is the base URL of a homeserver, without user, query and fragment, e.g. http://localhost:8008");
        }

        var suggestion = Uri.TryCreate($"http://{target}", UriKind.Absolute, out var completed) && (completed.Port != 80 || completed.Host.Contains('.', StringComparison.Ordinal))
            ? $"; did you mean http://{target}?"
            : "; possible are the URL of a homeserver, e.g. http://localhost:8008, and \"embedded\" (the default)";
        throw new UsageException($"\"{target}\" is no target{suggestion}");
    }

    private static void Refuse(bool given, string option)
    {
        if (given)
            throw new UsageException($"{option} is for a homeserver at a URL, not for the embedded one; give its URL as TARGET");
    }
}
