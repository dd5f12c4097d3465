namespace Conformance.ReferenceServer.Models;

/// <summary>How a session began.</summary>
internal enum SessionOrigin
{
    /// <summary>By a login with a password.</summary>
    Password,

    /// <summary>By a login with a login token that another session asked for.</summary>
    LoginToken,

    /// <summary>By a login with the login token of single sign-on.</summary>
    SingleSignOn,

    /// <summary>By the registration of the account, a guest's included.</summary>
    Registration,

    /// <summary>By an application service, which registered the user or logged in as them.</summary>
    ApplicationService,
}
