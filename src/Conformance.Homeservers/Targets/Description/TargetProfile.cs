using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>A homeserver in one configuration, merged from everything that the target file says about it. May hold secrets.</summary>
public sealed record TargetProfile
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The needs that it offers; null if the file does not say; the suite then asks the server.</summary>
    public IReadOnlySet<Need>? Offers { get; init; }

    /// <summary>The needs that the file says it does not meet, whatever the server seems to offer.</summary>
    public IReadOnlySet<Need> Lacks { get; init; } = new HashSet<Need>();

    /// <summary>The files of the data folder by their path in it, or by an absolute path.</summary>
    public IReadOnlyDictionary<string, FileTemplate> Files { get; init; } = new Dictionary<string, FileTemplate>();

    /// <summary>Environment variables, templates.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The program's arguments, templates.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>How accounts are made.</summary>
    public AccountSettings Accounts { get; init; } = new();

    /// <summary>The registration token, a template; null if there is none. A secret.</summary>
    public string? RegistrationToken { get; init; }

    /// <summary>Whether the administrator makes a registration token.</summary>
    public bool MakesRegistrationToken { get; init; }

    /// <summary>How an administrator acts on the server; null if that is not known. Contains secrets.</summary>
    public AdministratorSettings? Administrator { get; init; }

    /// <summary>The application service that is registered with the server; null if there is none.</summary>
    public ApplicationServiceSettings? ApplicationService { get; init; }

    /// <summary>Every template of the profile: what it is for, and its text.</summary>
    internal IEnumerable<string> Templates =>
    [
        .. Files.Values.SelectMany(file => file.Templates),
        .. Environment.Values,
        .. Command,
        .. new[] { RegistrationToken, ApplicationService?.Token }.OfType<string>(),
        .. Administrator?.Templates ?? [],
    ];
}
