using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Description;
using Conformance.Spec;

namespace Conformance.Homeservers.Targets;

/// <summary>The profiles of a target file. Nothing starts before the first of its homeservers does.</summary>
public sealed class TargetFileSource : IProfileSource
{
    private readonly TargetServices _services;

    /// <summary>Makes the source.</summary>
    /// <param name="file">The target.</param>
    /// <param name="options">How its homeservers are run.</param>
    /// <exception cref="TargetFileException">The options do not fit the file.</exception>
    public TargetFileSource(TargetFile file, TargetFileOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        Check(file, options);
        Name = file.Name;
        StartsServers = file.Url is null;
        _services = new TargetServices(file, options);
        Profiles = [.. file.Profiles.Select(profile =>
            new Profile(profile.Name, Offers(profile, options), () => new TargetFileHomeserver(file, profile, options, _services))
            {
                Denies = profile.Lacks,
            })];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool StartsServers { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static IReadOnlySet<Need>? Offers(TargetProfile profile, TargetFileOptions options) =>
        profile.Offers is null || options.Companions is null
            ? profile.Offers
            : profile.Offers.Union(options.Companions.Offers).ToHashSet();

    private static void Check(TargetFile file, TargetFileOptions options)
    {
        if (file.Url is not null)
        {
            Refuse(options.Image is not null, "--image", file);
            Refuse(options.Runtime != TargetRuntime.Any, "--runtime", file);
            Refuse(options.TreeFolder is not null, "--tree", file);
            Refuse(options.KeepServers, "--keep-server", file);
            return;
        }

        if (options.Companions is not null)
            throw new TargetFileException(
                $"--companions is for a server that runs already, and the suite starts {file.Name} with companions of its own",
                "omit the option");
        if (options is { Runtime: TargetRuntime.Tree, Image: not null })
            throw new TargetFileException(
                "--image cannot be combined with --runtime tree, which starts no container",
                "remove one of them");
        if (options.Runtime == TargetRuntime.Tree && file.Tree is null)
            throw new TargetFileException(
                $"--runtime tree: the target {file.Name} does not say how to start it as a plain process",
                "add tree to the target file, or omit the option");
        if (options.Runtime == TargetRuntime.Container && file.Images.Count == 0 && options.Image is null)
            throw new TargetFileException($"--runtime container: the target {file.Name} has no image", "give one with --image");
        if (options.TreeFolder is { } folder && !Directory.Exists(folder))
            throw new TargetFileException(new Problem($"there is no folder {folder}") { Place = ErrorPlace.InOption("--tree") });
    }

    private static void Refuse(bool given, string option, TargetFile file)
    {
        if (given)
            throw new TargetFileException(
                $"{option} is for a homeserver that the suite starts, and {file.Name} runs at a URL",
                "omit the option");
    }
}
