using Conformance.Spec;

namespace Conformance.Reports.Wording;

/// <summary>Where the published specification describes an operation.</summary>
public static class OperationClause
{
    /// <summary>
    /// The link to an operation's section. The site names it by method and path in lower case, without punctuation other than hyphens and
    /// underscores:
    /// <c>client-server-api/#delete_matrixclientv3devicesdeviceid</c>.
    /// </summary>
    public static Uri Link(Operation operation, SpecVersion version)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var page = operation.Api is "identity" ? "identity-service-api" : $"{operation.Api}-api";
        var heading = (operation.Method + operation.Path)
            .Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
        return new Uri($"https://spec.matrix.org/{version}/{page}/#{string.Concat(heading).ToLowerInvariant()}");
    }
}
