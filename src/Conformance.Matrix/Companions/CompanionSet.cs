namespace Conformance.Matrix.Companions;

/// <summary>The suite's own servers that the homeserver under test uses, as steps and stage solvers see them. Null means that there is
/// none.</summary>
public sealed record CompanionSet
{
    /// <summary>No companions at all, as for a server that was set up by somebody else.</summary>
    public static CompanionSet None { get; } = new();

    /// <summary>Where the homeserver's mail arrives.</summary>
    public IMailbox? Mailbox { get; init; }

    /// <summary>Where the homeserver's text messages arrive.</summary>
    public ITextMessages? TextMessages { get; init; }

    /// <summary>Whom the homeserver asks about captchas.</summary>
    public ICaptchaVerifier? Captcha { get; init; }

    /// <summary>The single sign-on provider that the homeserver sends people to.</summary>
    public ISsoProvider? Sso { get; init; }

    /// <summary>The application service that is registered with the homeserver.</summary>
    public IApplicationService? ApplicationService { get; init; }

    /// <summary>The identity server that clients may name to the homeserver.</summary>
    public IIdentityServer? IdentityServer { get; init; }

    /// <summary>What the homeserver asked of the application service and the identity server, to be held against their APIs.</summary>
    public ICompanionRequests? Requests { get; init; }

    /// <summary>The origins besides the homeserver's that a walk through pages may visit, as the homeserver names them.</summary>
    public IReadOnlyList<Uri> Origins { get; init; } = [];

    /// <summary>The origin at which this machine reaches them; null where it is the one that the homeserver names.</summary>
    public Uri? LocalOrigin { get; init; }

    /// <summary>Whether a page is one of the companions'.</summary>
    public bool Has(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.IsAbsoluteUri && Origins.Any(origin => Authority(origin) == Authority(page));
    }

    /// <summary>A companion's page as this machine reaches it; any other page as it is.</summary>
    public Uri Reach(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return LocalOrigin is { } local && Has(page) ? new Uri(Authority(local) + page.PathAndQuery) : page;
    }

    private static string Authority(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
