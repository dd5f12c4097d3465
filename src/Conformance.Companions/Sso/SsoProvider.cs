using System.Collections.Concurrent;
using System.Net;
using Conformance.Companions.Web;
using Conformance.Matrix.Companions;

namespace Conformance.Companions.Sso;

/// <summary>The people of the single sign-on provider, and the page on which they log in, whatever protocol the homeserver
/// speaks.</summary>
internal sealed class SsoProvider : ISsoProvider
{
    private readonly ConcurrentDictionary<string, bool> _people = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string NameField => "username";

    /// <inheritdoc/>
    public void AddPerson(string userName)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        _people[userName] = true;
    }

    /// <summary>Whether somebody of this name can log in.</summary>
    public bool Knows(string? userName) => userName is not null && _people.ContainsKey(userName);

    /// <summary>The login page; its form is sent to the page's own address.</summary>
    /// <param name="error">Why the last attempt failed; null if there was none.</param>
    public WebAnswer Form(string? error) => WebAnswer.Html(error is null ? 200 : 401, "Log in", $"""
        <h1>Log in</h1>
        {(error is null ? "" : $"<p role=\"alert\">{WebUtility.HtmlEncode(error)}</p>")}
        <form method="post">
        <p><label>Name: <input type="text" name="{NameField}" autocomplete="username" required></label></p>
        <p><button type="submit">Log in</button></p>
        </form>
        """);
}
