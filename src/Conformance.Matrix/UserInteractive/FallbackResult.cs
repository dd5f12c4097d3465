namespace Conformance.Matrix.UserInteractive;

/// <summary>How a walk through a fallback page ended.</summary>
/// <param name="CallsOnAuthDone">Whether the last page calls <c>window.onAuthDone</c>.</param>
/// <param name="PostsAuthDone">Whether the last page posts <c>authDone</c> to the window that opened it.</param>
/// <param name="Pages">How many pages were opened.</param>
/// <param name="Failure">Why the walk could not go on, one sentence; null if it came to a last page.</param>
public sealed record FallbackResult(bool CallsOnAuthDone, bool PostsAuthDone, int Pages, string? Failure)
{
    /// <summary>Whether the page said that the stage is done.</summary>
    public bool IsDone => Failure is null && CallsOnAuthDone;
}
