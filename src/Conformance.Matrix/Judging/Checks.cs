namespace Conformance.Matrix.Judging;

/// <summary>The judge's checks, in the order in which their findings are reported.</summary>
internal static class Checks
{
    public static IReadOnlyList<ICheck> All { get; } =
    [
        new ServerErrorCheck(),
        new StatusCheck(),
        new ContentTypeCheck(),
        new Utf8Check(),
        new JsonCheck(),
        new DuplicateMemberCheck(),
        new SchemaCheck(),
        new StandardErrorCheck(),
        new CorsCheck(),
        new UnknownMemberCheck(),
    ];
}
