using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Conformance.Reports.Baselines;

/// <summary>The comments of a baseline, handed out from top to bottom, so that rewriting the file does not lose them.</summary>
internal sealed class BaselineComments
{
    private readonly Queue<(int Line, string Text)> _comments;

    /// <param name="text">The file's text, which is valid YAML.</param>
    public BaselineComments(string text)
    {
        using var reader = new StringReader(text);
        var scanner = new Scanner(reader, skipComments: false);
        var comments = new List<(int Line, string Text)>();
        while (scanner.MoveNext())
        {
            if (scanner.Current is Comment comment && !BaselineWriter.Header.Contains(comment.Value.Trim(), StringComparer.Ordinal))
                comments.Add(((int)comment.Start.Line, comment.Value.TrimEnd()));
        }

        _comments = new(comments.OrderBy(comment => comment.Line));
    }

    /// <summary>Takes the comments at the beginning which do not stand directly above the first entry.</summary>
    /// <param name="firstEntry">The line of the first entry.</param>
    public IReadOnlyList<string> Preamble(int firstEntry)
    {
        var lines = _comments.Select(comment => comment.Line).ToHashSet();
        var attached = firstEntry;
        while (lines.Contains(attached - 1))
            attached--;
        return Until(attached - 1);
    }

    /// <summary>Takes the comments down to a line.</summary>
    public IReadOnlyList<string> Until(int line)
    {
        var taken = new List<string>();
        while (_comments.TryPeek(out var comment) && comment.Line <= line)
            taken.Add(_comments.Dequeue().Text);
        return taken;
    }
}
