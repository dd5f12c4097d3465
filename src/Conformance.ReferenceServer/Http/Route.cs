using Conformance.Spec;

namespace Conformance.ReferenceServer.Http;

/// <summary>A method and a path template, with their handler.</summary>
/// <param name="OperationId">The operation's id, or a name of our own for a page.</param>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Template">The path, e.g. <c>/_matrix/client/v3/devices/{deviceId}</c>.</param>
/// <param name="Authentication">Whether an access token is needed.</param>
/// <param name="TakesJson">Whether the body is a JSON object.</param>
/// <param name="HandleAsync">The handler.</param>
internal sealed record Route(
    string OperationId, string Method, string Template, Authentication Authentication, bool TakesJson,
    Func<Call, CancellationToken, Task<Reply>> HandleAsync)
{
    private readonly string[] _segments = Template[1..].Split('/');

    /// <summary>How many segments of the path are parameters; the fewer, the more specific the route.</summary>
    public int ParameterCount => _segments.Count(IsParameter);

    /// <summary>The path's parameters if a path fits the template; else null. A parameter is never empty.</summary>
    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != _segments.Length)
        {
            return null;
        }

        Dictionary<string, string>? parameters = null;
        for (var index = 0; index < _segments.Length; index++)
        {
            if (IsParameter(_segments[index]))
            {
                if (segments[index].Length == 0)
                {
                    return null;
                }

                (parameters ??= [])[_segments[index][1..^1]] = segments[index];
            }
            else if (_segments[index] != segments[index])
            {
                return null;
            }
        }

        return parameters ?? (IReadOnlyDictionary<string, string>)System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
    }

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
