using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Conformance.Companions.Web;

/// <summary>An answer of a companion.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Body">The body.</param>
internal sealed record WebAnswer(int Status, string ContentType, byte[] Body)
{
    /// <summary>Where a redirect leads; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>A JSON object.</summary>
    public static WebAnswer Json(int status, JsonNode body) => new(status, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString()));

    /// <summary>A standard error of the Matrix APIs.</summary>
    public static WebAnswer Error(int status, string code, string message) =>
        Json(status, new JsonObject { ["errcode"] = code, ["error"] = message });

    /// <summary>A page.</summary>
    public static WebAnswer Html(int status, string title, string body) => new(
        status,
        "text/html; charset=utf-8",
        Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{System.Net.WebUtility.HtmlEncode(title)}</title></head>\n<body>\n{body}\n</body>\n</html>\n"));

    /// <summary>An XML document.</summary>
    public static WebAnswer Xml(XElement root) =>
        new(200, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)));

    /// <summary>A redirect.</summary>
    public static WebAnswer Redirect(string location) => new(302, "text/plain", []) { Location = location };
}
