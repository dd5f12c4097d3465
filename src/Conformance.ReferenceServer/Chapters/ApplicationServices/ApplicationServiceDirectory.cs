using System.Text.RegularExpressions;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Chapters.ApplicationServices;

/// <summary>The registered application service; there is at most one.</summary>
internal sealed class ApplicationServiceDirectory
{
    private readonly ApplicationServiceRules _rules;
    private readonly ApplicationServiceRegistration? _registration;
    private readonly Regex? _namespace;
    private readonly Regex? _shared;

    /// <summary>Reads the registration.</summary>
    /// <exception cref="ReferenceServerException">The namespace is not a regular expression.</exception>
    public ApplicationServiceDirectory(ApplicationServiceRules rules, ReferenceServerOptions options)
    {
        _rules = rules;
        _registration = options.ApplicationService;
        if (_registration is null)
        {
            return;
        }

        SenderUserId = $"@{_registration.SenderLocalpart}:{options.ServerName}";
        _namespace = Read(_registration.UserNamespace);
        _shared = _registration.SharedUserNamespace is { } shared ? Read(shared) : null;
    }

    /// <summary>Whether a service is registered.</summary>
    public bool HasAny => _registration is not null;

    /// <summary>The ID of the service; null without one.</summary>
    public string? Id => _registration?.Id;

    /// <summary>Where the service is; null if there is none, or it has no address.</summary>
    public Uri? Url => _registration?.Url;

    /// <summary>The token by which the homeserver calls the service; null if there is none. A secret.</summary>
    public string? HomeserverToken => _registration?.HomeserverToken;

    /// <summary>The user that the service acts as where it names none; null without a service.</summary>
    public string? SenderUserId { get; }

    /// <summary>Whether this is the token of the service.</summary>
    public bool IsToken(string token) => _registration is not null && OpaqueTokens.AreSame(_registration.Token, token);

    /// <summary>Whether a user is in the service's namespace, or is the service's own.</summary>
    public bool Owns(string userId) => userId == SenderUserId || IsIn(_namespace, userId) || IsIn(_shared, userId);

    /// <summary>Whether the service may register this user.</summary>
    public bool MayRegister(string userId) => Owns(userId) || !_rules.RegistersOnlyItsOwn;

    /// <summary>Whether ordinary users may not have this user ID.</summary>
    public bool IsReserved(string userId) =>
        userId == SenderUserId
        || (_registration is { Exclusive: true } && IsIn(_namespace, userId))
        || (Owns(userId) && _rules.ReservesSharedNames);

    private static bool IsIn(Regex? users, string userId) => users?.IsMatch(userId) ?? false;

    private static Regex Read(string users)
    {
        try
        {
            return new Regex($@"\A(?:{users})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new ReferenceServerException(
                new Problem($"The user namespace \"{users}\" of the application service is not a usable regular expression")
                {
                    Why = error.Message,
                },
                error);
        }
    }
}
