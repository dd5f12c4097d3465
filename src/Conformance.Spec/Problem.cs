namespace Conformance.Spec;

/// <summary>One thing that went wrong, as the user reads it. Contains no secrets.</summary>
/// <param name="What">What is wrong, one clause, e.g. <c>the CA file ca.pem cannot be read</c>.</param>
public sealed record Problem(string What)
{
    /// <summary>Why; null if <see cref="What"/> says it, or nobody knows.</summary>
    public string? Why { get; init; }

    /// <summary>What the user can do; null if that is obvious.</summary>
    public string? NextStep { get; init; }

    /// <summary>Where it is; null if it has no particular place.</summary>
    public ErrorPlace? Place { get; init; }

    /// <summary>One line: <c>place: what: why; next step</c>, without the parts that are missing.</summary>
    public override string ToString() =>
        $"{(Place is null ? "" : $"{Place}: ")}{What}{(Why is null ? "" : $": {Why}")}{(NextStep is null ? "" : $"; {NextStep}")}";
}
