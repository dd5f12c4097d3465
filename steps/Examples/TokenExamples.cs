using Conformance.Matrix.Scenarios;
using Conformance.Runner.Features;

namespace Conformance.Steps.Examples;

/// <summary>The generated examples that are kinds of tokens, in the column <c>token</c>.</summary>
internal static class TokenExamples
{
    /// <summary>The sources.</summary>
    public static IEnumerable<IExampleSource> All { get; } =
    [
        Source("every kind of token that is not for requests", kind => !kind.Authenticates),
        Source("every kind of token but a refresh token", kind => kind != TokenKind.Refresh),
        Source("every kind of token but a login token", kind => kind != TokenKind.Login),

        // Where what is looked for is made up of its own and stands for nobody, only the tokens of users are likely to pass for it.
        Source("every kind of token of a user", kind => kind.IsOfUser),
    ];

    private static NeedfulSource Source(string name, Func<TokenKind, bool> isMeant) => new(name, "token", new(() =>
        [.. TokenKind.All.Where(isMeant).Select(kind => (kind.Name, (IReadOnlyList<string>)[.. kind.Needs.Select(need => need.Name)]))]));
}
