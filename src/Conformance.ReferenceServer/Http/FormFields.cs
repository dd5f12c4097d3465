using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Conformance.ReferenceServer.Http;

/// <summary>Reads what a browser submits (<c>application/x-www-form-urlencoded</c>).</summary>
internal static class FormFields
{
    /// <summary>The fields by name.</summary>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlyMemory<byte> body) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span))
            .ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
}
