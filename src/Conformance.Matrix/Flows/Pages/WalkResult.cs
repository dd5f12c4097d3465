using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Pages;

/// <summary>How a walk through web pages ended. Holds secrets: the URL that it returned to may carry a login token.</summary>
/// <param name="CallsOnAuthDone">Whether the last page calls <c>window.onAuthDone</c>.</param>
/// <param name="PostsAuthDone">Whether the last page posts <c>authDone</c> to the window that opened it.</param>
/// <param name="Pages">How many requests were made.</param>
/// <param name="Failure">Why the walk could not go on, one sentence; null if it came to an end.</param>
public sealed record WalkResult(bool CallsOnAuthDone, bool PostsAuthDone, int Pages, string? Failure)
{
    /// <summary>Where the walk left the pages that it may open: the URL was not opened. Null if it ended on a page.</summary>
    public Uri? ReturnedTo { get; init; }

    /// <summary>What the last page gave to <c>window.matrixLogin.onLogin</c>; null if it calls no such function. Holds an access
    /// token.</summary>
    public JsonElement? LoginAnswer { get; init; }

    /// <summary>The last page that was opened, or tried to be; null where there was none.</summary>
    public Exchange? Last { get; init; }

    /// <summary>Whether the page said that the stage is done.</summary>
    public bool IsDone => Failure is null && CallsOnAuthDone;

    /// <summary>Why and where the walk did not lead where it should have, for a message.</summary>
    /// <param name="otherwise">The reason where the walk came to an end, one sentence or phrase.</param>
    public string Told(string otherwise) => Last is { } last
        ? $"{(Failure ?? otherwise).TrimEnd('.')}; request {Pages}, the last, was for {last.Request.Url.AbsolutePath}"
        : Failure ?? otherwise;

    /// <summary>One that failed.</summary>
    internal static WalkResult Failed(int pages, string? failure) => new(false, false, pages, failure ?? "The page does not answer.");
}
