namespace Conformance.JsonSchema.Evaluation;

/// <summary>
/// Which members (by their ordinal) or items of one instance value have been evaluated: the annotations that <c>unevaluated*</c> reads.
/// </summary>
internal sealed class EvaluatedSet
{
    private ulong[] _bits = new ulong[1];
    private bool _all;

    /// <summary>Notes one member or item.</summary>
    public void Add(int ordinal)
    {
        var word = ordinal >> 6;
        if (word >= _bits.Length)
            Array.Resize(ref _bits, Math.Max(word + 1, _bits.Length * 2));
        _bits[word] |= 1UL << (ordinal & 63);
    }

    /// <summary>Notes all members and items.</summary>
    public void AddAll() => _all = true;

    /// <summary>Notes all that another set has.</summary>
    public void AddAll(EvaluatedSet other)
    {
        _all |= other._all;
        if (_bits.Length < other._bits.Length)
            Array.Resize(ref _bits, other._bits.Length);
        for (var i = 0; i < other._bits.Length; i++)
            _bits[i] |= other._bits[i];
    }

    /// <summary>Whether a member or item was noted.</summary>
    public bool Contains(int ordinal) => _all || ordinal >> 6 < _bits.Length && (_bits[ordinal >> 6] & 1UL << (ordinal & 63)) != 0;
}
