using System.Text.RegularExpressions;
using Conformance.Spec.Loading;

namespace Conformance.Mutation.Wire;

/// <summary>Finds the operation that a request calls, by the paths of the specification.</summary>
internal sealed class OperationFinder
{
    private readonly IReadOnlyList<(string Method, Regex Path, string Id)> _operations;

    /// <summary>Makes a finder for the operations of a specification.</summary>
    public OperationFinder(Specification specification) =>
        _operations =
        [
            // A path without parameters is more exact than one that has a parameter in the same place.
            .. specification.Operations
                .OrderBy(operation => operation.Path.Count(character => character == '{'))
                .Select(operation => (operation.Method, Pattern(operation.Path), operation.Id)),
        ];

    /// <summary>The operation's id; empty for a request that the specification does not know.</summary>
    public string Find(string method, string target)
    {
        var path = target.Split('?')[0];
        return _operations.FirstOrDefault(operation => operation.Method == method && operation.Path.IsMatch(path)).Id ?? "";
    }

    private static Regex Pattern(string path) =>
        new($"^{Regex.Replace(Regex.Escape(path), @"\\\{[^}]*}", "[^/]+")}$", RegexOptions.CultureInvariant);
}
