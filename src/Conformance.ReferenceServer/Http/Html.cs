using System.Net;

namespace Conformance.ReferenceServer.Http;

/// <summary>The server's few web pages.</summary>
internal static class Html
{
    /// <summary>The page with a stage's form, which is sent to the page's own address.</summary>
    /// <param name="stageType">The stage.</param>
    /// <param name="fields">The form's fields, as HTML.</param>
    /// <param name="error">Why the last attempt failed; null if there was none.</param>
    public static string Form(string stageType, string fields, string? error) => Page("Authentication", $"""
        <h1>Authentication</h1>
        <p>Stage: {WebUtility.HtmlEncode(stageType)}</p>
        {(error is null ? "" : $"<p role=\"alert\">{WebUtility.HtmlEncode(error)}</p>")}
        <form method="post">
        {fields}
        <p><button type="submit">Continue</button></p>
        </form>
        """);

    /// <summary>The page after a stage, which tells the client in either of the two ways of the clause.</summary>
    public static string Done() => Page("Done", """
        <h1>Done</h1>
        <p>You can close this window and go back to your client.</p>
        <script>
        if (window.onAuthDone) {
          window.onAuthDone();
        } else if (window.opener && window.opener.postMessage) {
          window.opener.postMessage("authDone", "*");
        }
        </script>
        """);

    /// <summary>A page with a message.</summary>
    public static string Notice(string title, string text) => Page(title, $"""
        <h1>{WebUtility.HtmlEncode(title)}</h1>
        <p>{WebUtility.HtmlEncode(text)}</p>
        """);

    /// <summary>A page.</summary>
    /// <param name="title">Its title, as text.</param>
    /// <param name="body">Its content, as HTML.</param>
    public static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body>
        {body}
        </body>
        </html>
        """;
}
