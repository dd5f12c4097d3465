using Conformance.Spec;

namespace Conformance.Cli.Selection;

/// <summary>
/// A condition on a scenario's tags: names with or without <c>@</c>, <c>and</c>, <c>or</c>, <c>not</c> and parentheses, as in
/// <c>@DEV-14 and not (@slow or @flaky)</c>. <c>not</c> binds closest, then <c>and</c>, then <c>or</c>.
/// </summary>
internal sealed class TagExpression
{
    private readonly Func<IReadOnlySet<string>, bool> _holds;

    private TagExpression(Func<IReadOnlySet<string>, bool> holds, IReadOnlyList<string> names)
    {
        _holds = holds;
        Names = names;
    }

    /// <summary>The tags that it names, without <c>@</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="UsageException">It has another form.</exception>
    public static TagExpression Parse(string text)
    {
        var reader = new Reader(text);
        var holds = reader.ReadAll();
        return new TagExpression(holds, reader.Names);
    }

    /// <summary>Whether a scenario with these tags, without <c>@</c>, meets it.</summary>
    public bool Holds(IReadOnlySet<string> tags) => _holds(tags);

    private sealed class Reader(string text)
    {
        private readonly List<string> _names = [];
        private readonly Queue<string> _words = new(text
            .Replace("(", " ( ", StringComparison.Ordinal)
            .Replace(")", " ) ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        public IReadOnlyList<string> Names => _names;

        public Func<IReadOnlySet<string>, bool> ReadAll()
        {
            var holds = ReadOr();
            if (_words.TryPeek(out var surplus))
                throw Wrong($"\"{surplus}\" is not allowed there");
            return holds;
        }

        private Func<IReadOnlySet<string>, bool> ReadOr()
        {
            var left = ReadAnd();
            while (TryTake("or"))
            {
                var (one, other) = (left, ReadAnd());
                left = tags => one(tags) || other(tags);
            }

            return left;
        }

        private Func<IReadOnlySet<string>, bool> ReadAnd()
        {
            var left = ReadNot();
            while (TryTake("and"))
            {
                var (one, other) = (left, ReadNot());
                left = tags => one(tags) && other(tags);
            }

            return left;
        }

        private Func<IReadOnlySet<string>, bool> ReadNot()
        {
            if (!TryTake("not"))
                return ReadTag();

            var inner = ReadNot();
            return tags => !inner(tags);
        }

        private Func<IReadOnlySet<string>, bool> ReadTag()
        {
            if (TryTake("("))
            {
                var inner = ReadOr();
                return TryTake(")") ? inner : throw Wrong("a \")\" is missing");
            }

            if (!_words.TryDequeue(out var word))
                throw Wrong("a tag is missing at its end");
            if (word is "and" or "or" or ")")
                throw Wrong($"a tag is missing before \"{word}\"");

            var name = word.TrimStart('@');
            if (name.Length == 0)
                throw Wrong("a tag is missing after \"@\"");
            _names.Add(name);
            return tags => tags.Contains(name);
        }

        private bool TryTake(string word)
        {
            if (!_words.TryPeek(out var next) || next != word)
                return false;

            _words.Dequeue();
            return true;
        }

        private UsageException Wrong(string what) =>
            new(new Problem($"--tags \"{text}\" cannot be read")
            {
                Why = what,
                NextStep = "write it like \"@DEV-14 and not @UIA-10\""
            });
    }
}
