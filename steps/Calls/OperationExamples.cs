using Conformance.Runner.Features;
using Conformance.Spec.Loading;
using Conformance.Spec.Schemas;
using Conformance.Steps.Examples;
using Conformance.Steps.Phrases;

namespace Conformance.Steps.Calls;

/// <summary>
/// The generated examples that are operations: which operations there are follows from the manifest and the schemas of their requests, and
/// from
/// <see cref="ProperCalls"/>, which has those that can be called. Each row has the operation's needs.
/// </summary>
public static class OperationExamples
{
    private const string Auth = "auth";

    /// <summary>The sources.</summary>
    public static IEnumerable<IExampleSource> All { get; } = Sources();

    private static IReadOnlyList<IExampleSource> Sources()
    {
        // Most of what reads features asks for none of it.
        var facts = new Lazy<IReadOnlyList<Facts>>(Survey);
        return
        [
            Source("every operation with a JSON body and no user-interactive authentication",
                operation => operation is { IsReadForBody: true, Authenticates: false }),
            Source("every operation with a JSON body and user-interactive authentication",
                operation => operation is { IsReadForBody: true, Authenticates: true }),
            Source("every operation with a JSON body that reaches nobody else",
                operation => operation is { IsReadForBody: true, Call.ReachesOut: false }),
            Source("every operation that requires a member", operation => operation.RequiresMember),
            Source("every operation with an optional member", operation => operation.IsReadForBody && operation.HasOptionalMember),
            Source("every operation with user-interactive authentication of its caller", operation => operation.AuthenticatesCaller),
            Source("every operation with user-interactive authentication", operation => operation.Authenticates),
            Source("every operation with user-interactive authentication that requires a member",
                operation => operation is { Authenticates: true, RequiresMember: true }),
            Source("every operation without user-interactive authentication that requires a member",
                operation => operation is { Authenticates: false, RequiresMember: true }),
            Source("every operation with user-interactive authentication that requires no member",
                operation => operation is { Authenticates: true, RequiresMember: false }),
        ];

        NeedfulSource Source(string name, Func<Facts, bool> isMeant) => new(name, "operation", new(() =>
            [.. facts.Value.Where(isMeant).Select(operation => (operation.Call.Operation, operation.Call.Needs))]));
    }

    private static IReadOnlyList<Facts> Survey()
    {
        var specification = Specification.LoadEmbedded(Specification.Embedded.Max());
        return [.. ProperCalls.All.Select(call => FactsOf(specification, call))];
    }

    private static Facts FactsOf(Specification specification, ProperCall call)
    {
        var operation = specification.GetOperation(call.Operation);
        if (specification.SampleRequest(operation) is not { } required)
            return new Facts(call, false, false, false, false, false);
        var members = specification.RequestPlaces(operation, specification.Version)!.All
            .Where(place => place.Kind == PlaceKind.Member && place.Name.LastIndexOf('/') == 0)
            .Select(place => place.Name[1..])
            .ToList();
        return new Facts(
            call,

            // Whether a DELETE is read for a body is the server's business.
            IsReadForBody: operation.Method != "DELETE",
            RequiresMember: required.Count > 0,
            HasOptionalMember: members.Any(member => member != Auth && !required.ContainsKey(member)),
            Authenticates: members.Contains(Auth) && call.First is null,
            AuthenticatesCaller: members.Contains(Auth) && call.Caller.Kind == CallerKind.Person);
    }

    private sealed record Facts(
        ProperCall Call,
        bool IsReadForBody,
        bool RequiresMember,
        bool HasOptionalMember,
        bool Authenticates,
        bool AuthenticatesCaller);
}
