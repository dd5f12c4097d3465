using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Conformance.JsonSchema.Values;

/// <summary>
/// Finds a string among a fixed set by its UTF-8 bytes, without making a string of it: a sparse hash table whose hash is made of the
/// length, the first and the last eight bytes; the seed is chosen so that names collide as little as possible.
/// </summary>
internal sealed class NameTable
{
    private const int SeedsToTry = 8;
    private readonly Slot[] _slots;
    private readonly ulong _seed;
    private readonly int _shift;

    /// <summary>Makes a table of distinct names.</summary>
    public NameTable(IReadOnlyList<string> names)
    {
        Count = names.Count;
        var encoded = names.Select(Encoding.UTF8.GetBytes).ToArray();
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, names.Count)) + 2);
        _shift = 64 - bits;
        var fewest = int.MaxValue;
        var seed = 0x9E3779B97F4A7C15UL;
        for (var attempt = 0; attempt < SeedsToTry && fewest > 0; attempt++)
        {
            var collisions = Collisions(encoded, seed, _shift);
            if (collisions < fewest)
                (fewest, _seed) = (collisions, seed);
            seed = seed * 6364136223846793005UL + 1442695040888963406UL | 1;
        }

        _slots = new Slot[1 << bits];
        for (var i = 0; i < encoded.Length; i++)
        {
            var at = (int)(Key(encoded[i]) * _seed >> _shift);
            while (_slots[at].Name is not null)
                at = at + 1 & _slots.Length - 1;
            _slots[at] = new Slot(Key(encoded[i]), encoded[i], i);
        }
    }

    /// <summary>The table without names.</summary>
    public static NameTable Empty { get; } = new([]);

    /// <summary>How many names it has.</summary>
    public int Count { get; }

    /// <summary>The index of a name in the list that the table was made from; -1 if it is not in the list.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var key = Key(name);
        var slots = _slots;
        for (var at = (int)(key * _seed >> _shift); ; at = at + 1 & slots.Length - 1)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Name is null)
                return -1;
            if (slot.Key == key && slot.Name.AsSpan().SequenceEqual(name))
                return slot.Index;
        }
    }

    private static int Collisions(byte[][] names, ulong seed, int shift)
    {
        var taken = new bool[1 << (64 - shift)];
        var collisions = 0;
        foreach (var name in names)
        {
            ref var slot = ref taken[(int)(Key(name) * seed >> shift)];
            if (slot)
                collisions++;
            slot = true;
        }

        return collisions;
    }

    private static ulong Key(ReadOnlySpan<byte> name)
    {
        var length = name.Length;
        ulong key;
        if (length >= 8)
            key = BinaryPrimitives.ReadUInt64LittleEndian(name) ^ BitOperations.RotateLeft(
                BinaryPrimitives.ReadUInt64LittleEndian(name[(length - 8)..]), 29);
        else if (length >= 4)
            key = BinaryPrimitives.ReadUInt32LittleEndian(name) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(
                name[(length - 4)..]) << 32;
        else if (length > 0)
            key = name[0] | (ulong)name[length >> 1] << 8 | (ulong)name[length - 1] << 16;
        else
            key = 0;
        return key + (ulong)length * 0xD6E8FEB86659FD93UL;
    }

    private readonly record struct Slot(ulong Key, byte[]? Name, int Index);
}
