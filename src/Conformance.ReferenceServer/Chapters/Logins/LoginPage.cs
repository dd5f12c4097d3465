using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>The web page on which a user can log in if the client does not know how ("Login Fallback" of the client-server API).</summary>
internal sealed class LoginPage(IEnumerable<IOperationHandler> handlers) : IRouteSource
{
    // The manifest has no operation for it: the clause gives the path in prose.
    private const string Path = "/_matrix/static/client/login/";

    /// <inheritdoc/>
    public IEnumerable<Route> Routes =>
    [
        new Route("loginPage", "GET", Path, Authentication.None, TakesJson: false,
            (_, _) => Task.FromResult(Reply.OfHtml(200, Form(error: null)))),
        new Route("loginForm", "POST", Path, Authentication.None, TakesJson: false, SubmitAsync),
    ];

    /// <summary>
    /// The member of the login request that a parameter of the page becomes; null for any other parameter, and for a credential.
    /// </summary>
    private static JsonValue? Forwarded(string name, string value) => name switch
    {
        "device_id" or "initial_device_display_name" => JsonValue.Create(value),
        "refresh_token" => JsonValue.Create(value == "true"),
        _ => null,
    };

    /// <summary>The page after the login, which hands the response to the client.</summary>
    private static string LoggedIn(string response) => Html.Page("Logged in", $$"""
        <h1>Logged in</h1>
        <p>You can close this window and go back to your client.</p>
        <script>
        if (window.matrixLogin && window.matrixLogin.onLogin) {
          window.matrixLogin.onLogin({{response}});
        }
        </script>
        """);

    private static string Form(string? error) => Html.Page("Log in", $"""
        <h1>Log in</h1>
        {(error is null ? "" : $"<p role=\"alert\">{WebUtility.HtmlEncode(error)}</p>")}
        <form method="post">
        <p><label>User <input name="user" autocomplete="username" required></label></p>
        <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
        <p><button type="submit">Log in</button></p>
        </form>
        """);

    private async Task<Reply> SubmitAsync(Call call, CancellationToken cancellationToken)
    {
        var fields = FormFields.Read(call.Bytes);
        var body = new JsonObject
        {
            ["type"] = LoginTypes.Password,
            ["identifier"] = new JsonObject { ["type"] = IdentifierTypes.User, ["user"] = fields.GetValueOrDefault("user", "") },
            ["password"] = fields.GetValueOrDefault("password", ""),
        };
        foreach (var name in call.Target.QueryNames)
        {
            if (Forwarded(name, call.Target.Query(name)!) is { } value)
            {
                body[name] = value;
            }
        }

        var login = handlers.Single(handler => handler.OperationId == Login.Id);
        try
        {
            var reply = await login.HandleAsync(
                call with { OperationId = Login.Id, Body = RequestObject.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())) },
                    cancellationToken);
            using var response = JsonDocument.Parse(reply.Body);

            // Written again, so that nothing in it can end the script.
            return Reply.OfHtml(200, LoggedIn(JsonSerializer.Serialize(response.RootElement)));
        }
        catch (MatrixException refusal)
        {
            return Reply.OfHtml(refusal.Status, Form(refusal.Message));
        }
    }
}
