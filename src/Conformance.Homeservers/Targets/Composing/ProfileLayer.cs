using Conformance.Homeservers.Targets.Description;
using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Composing;

/// <summary>What one place of a target file says of a profile: the file itself, a part, or the profile.</summary>
internal sealed record ProfileLayer
{
    public IReadOnlyList<Need>? Offers { get; init; }

    public IReadOnlyList<Need> Lacks { get; init; } = [];

    public IReadOnlyDictionary<string, FileTemplate> Files { get; init; } = new Dictionary<string, FileTemplate>();

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string>? Command { get; init; }

    public AccountSettings? Accounts { get; init; }

    public string? RegistrationToken { get; init; }

    public bool MakesRegistrationToken { get; init; }

    public AdministratorSettings? Administrator { get; init; }

    public ApplicationServiceSettings? ApplicationService { get; init; }

    /// <summary>This layer with another on top.</summary>
    public ProfileLayer With(ProfileLayer over) => new()
    {
        Offers = Offers is null ? over.Offers : [.. Offers.Except(over.Lacks), .. over.Offers ?? []],
        Lacks = [.. Lacks.Except(over.Offers ?? []), .. over.Lacks],
        Files = Merge(Files, over.Files, static (below, above) => below.With(above)),
        Environment = Merge(Environment, over.Environment, static (_, above) => above),
        Command = over.Command ?? Command,
        Accounts = over.Accounts ?? Accounts,
        RegistrationToken = over.MakesRegistrationToken ? null : over.RegistrationToken ?? RegistrationToken,
        MakesRegistrationToken = over.MakesRegistrationToken || (MakesRegistrationToken && over.RegistrationToken is null),
        Administrator = over.Administrator ?? Administrator,
        ApplicationService = over.ApplicationService ?? ApplicationService,
    };

    /// <summary>The profile that the layers make.</summary>
    public TargetProfile ToProfile(string name) => new()
    {
        Name = name,
        Offers = Offers?.ToHashSet(),
        Lacks = Lacks.ToHashSet(),
        Files = Files,
        Environment = Environment,
        Command = Command ?? [],
        Accounts = Accounts ?? new AccountSettings(),
        RegistrationToken = RegistrationToken,
        MakesRegistrationToken = MakesRegistrationToken,
        Administrator = Administrator,
        ApplicationService = ApplicationService,
    };

    private static Dictionary<string, T> Merge<T>(
        IReadOnlyDictionary<string, T> below, IReadOnlyDictionary<string, T> over, Func<T, T, T> both)
    {
        var merged = new Dictionary<string, T>(below, StringComparer.Ordinal);
        foreach (var (key, value) in over)
            merged[key] = merged.TryGetValue(key, out var under) ? both(under, value) : value;
        return merged;
    }
}
