using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>
/// "Web Browser Clients": the recommended CORS headers on every answer. They are a recommendation ("should"), so what is missing is a
/// warning. A browser reads
/// the methods and headers in the answer to a pre-flight request only; in another answer their absence is a remark.
/// </summary>
internal sealed class CorsCheck : ICheck
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string AllowMethods = "Access-Control-Allow-Methods";
    private const string AllowHeaders = "Access-Control-Allow-Headers";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS"];
    private static readonly string[] RequestHeaders = ["X-Requested-With", "Content-Type", "Authorization"];

    public IEnumerable<Finding> Examine(Answer answer)
    {
        // Outside the manifest only what is an answer of the API: a page for people in a browser of its own needs no CORS headers.
        if (answer.Operation is null && (!answer.Exchange.IsOfApi || answer.Status is >= 300 and < 400 || IsPage(answer)))
            yield break;
        if (answer.Response.Header(AllowOrigin)?.Trim() is not "*")
            yield return New(answer, FindingSeverity.Warning, $"{AllowOrigin}: *", answer.Response.Header(AllowOrigin) is { } origin
                ? $"{AllowOrigin}: {origin}"
                : $"no {AllowOrigin}");
        var severity = answer.Exchange.Request.Method == "OPTIONS" ? FindingSeverity.Warning : FindingSeverity.Note;
        if (Lacks(answer, AllowMethods, Methods, wildcardCoversAll: true) is { } methods)
            yield return New(answer, severity, $"{AllowMethods}: {string.Join(", ", Methods)}", methods);
        // The wildcard does not cover Authorization (Fetch, "CORS-unsafe request-header names").
        if (Lacks(answer, AllowHeaders, RequestHeaders, wildcardCoversAll: false) is { } headers)
            yield return New(answer, severity, $"{AllowHeaders}: {string.Join(", ", RequestHeaders)}", headers);
    }

    private static bool IsPage(Answer answer) =>
        answer.Status < 300 && string.Equals(answer.MediaType, "text/html", StringComparison.OrdinalIgnoreCase);

    private static string? Lacks(Answer answer, string header, string[] wanted, bool wildcardCoversAll)
    {
        var values = answer.Response.Headers.Where(field => field.Key.Equals(header, StringComparison.OrdinalIgnoreCase))
            .Select(field => field.Value).ToList();
        if (values.Count == 0)
            return $"no {header}";
        var given = values.SelectMany(value => value.Split(',')).Select(value => value.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isComplete = Array.TrueForAll(wanted, given.Contains)
            || (given.Contains("*") && (wildcardCoversAll || given.Contains("Authorization")));
        return isComplete ? null : $"{header}: {string.Join(", ", values)}";
    }

    private static Finding New(Answer answer, FindingSeverity severity, string expected, string actual) =>
        new(FindingKind.Cors, severity, "", expected, actual,
            $"{answer.Name}: a web browser needs the CORS headers that the specification recommends.");
}
