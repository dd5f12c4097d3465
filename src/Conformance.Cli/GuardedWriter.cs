using System.Text;

namespace Conformance.Cli;

/// <summary>
/// A writer to a stream that may break: a full disk, a reader that has gone. It keeps the first failure and drops all later output, so that
/// the work goes on and its other results are not lost. Safe to use from many threads.
/// </summary>
internal sealed class GuardedWriter : TextWriter
{
    private readonly Lock _gate = new();
    private readonly TextWriter _inner;

    /// <summary>Makes a writer.</summary>
    /// <param name="inner">Where to write.</param>
    public GuardedWriter(TextWriter inner)
        : base(inner.FormatProvider)
    {
        _inner = inner;
        CoreNewLine = inner.NewLine.ToCharArray();
    }

    /// <summary>Why nothing more is written; null while all is well.</summary>
    public IOException? Failure { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => _inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Guard(() => _inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Guard(() => _inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Guard(() => _inner.Write(value));

    /// <inheritdoc/>
    public override void WriteLine() => Guard(_inner.WriteLine);

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Guard(() => _inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Guard(_inner.Flush);

    private void Guard(Action write)
    {
        lock (_gate)
        {
            if (Failure is not null)
                return;
            try
            {
                write();
            }
            catch (IOException broken)
            {
                Failure = broken;
            }
        }
    }
}
