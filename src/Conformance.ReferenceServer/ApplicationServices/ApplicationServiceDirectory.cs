using System.Text.RegularExpressions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.ApplicationServices;

/// <summary>What is registered of application services: at most one.</summary>
internal class ApplicationServiceDirectory
{
    private readonly ApplicationServiceRegistration? _registration;
    private readonly Regex? _namespace;

    /// <summary>Reads the registration.</summary>
    /// <exception cref="ReferenceServerException">The namespace is no regular expression.</exception>
    public ApplicationServiceDirectory(ReferenceServerOptions options)
    {
        _registration = options.ApplicationService;
        if (_registration is null)
        {
            return;
        }

        SenderUserId = $"@{_registration.SenderLocalpart}:{options.ServerName}";
        try
        {
            _namespace = new Regex($@"\A(?:{_registration.UserNamespace})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new ReferenceServerException(
                $"The user namespace \"{_registration.UserNamespace}\" of the application service is no usable regular expression: {error.Message}", error);
        }
    }

    /// <summary>Whether there is one.</summary>
    public bool HasAny => _registration is not null;

    /// <summary>The user that the service acts as where it names none; null without a service.</summary>
    public string? SenderUserId { get; }

    /// <summary>Whether this is the token of the service.</summary>
    public virtual bool IsToken(string token) => _registration is not null && OpaqueTokens.AreSame(_registration.Token, token);

    /// <summary>Whether a user is in the service's namespace, or is the service's own.</summary>
    public virtual bool Owns(string userId) => userId == SenderUserId || (_namespace?.IsMatch(userId) ?? false);

    /// <summary>Whether ordinary users may not have this user ID.</summary>
    public virtual bool IsReserved(string userId) =>
        userId == SenderUserId || (_registration is { Exclusive: true } && _namespace!.IsMatch(userId));
}
