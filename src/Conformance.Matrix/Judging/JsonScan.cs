using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>A body read strictly as JSON (RFC 8259): whether it is UTF-8, whether it is JSON, and which members it has twice.</summary>
internal sealed record JsonScan
{
    /// <summary>The offset of the first byte that is not UTF-8; null if all is.</summary>
    public int? FirstBadByte { get; private init; }

    /// <summary>Why it is not JSON, one phrase; null if it is.</summary>
    public string? Error { get; private init; }

    /// <summary>The offset of the first escape of half a surrogate pair, which stands for no character; null if there is none.</summary>
    public int? HalfSurrogate { get; private init; }

    /// <summary>JSON Pointers to the members that occur more than once in their object.</summary>
    public IReadOnlyList<string> Duplicates { get; private init; } = [];

    /// <summary>Whether it is JSON in UTF-8.</summary>
    public bool IsJson => FirstBadByte is null && Error is null;

    public static JsonScan Of(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            return new JsonScan { FirstBadByte = FindBadByte(body) };
        if (body.IsEmpty)
            return new JsonScan { Error = "an empty body" };
        if (body.StartsWith("\uFEFF"u8))
            return new JsonScan { Error = "a body that begins with a byte order mark" };
        try
        {
            return new JsonScan { Duplicates = FindDuplicates(body), HalfSurrogate = ServerJson.FindHalfSurrogate(body) };
        }
        catch (JsonException exception)
        {
            return new JsonScan
            {
                Error =
                $"a body that stops being JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"
            };
        }
    }

    private static int FindBadByte(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (at < body.Length && Rune.DecodeFromUtf8(body[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            at += consumed;
        return at;
    }

    private static List<string> FindDuplicates(ReadOnlySpan<byte> body)
    {
        var duplicates = new List<string>();
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = ServerJson.DeepestNesting });
        var levels = new Stack<Level>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    levels.TryPeek(out var parent);
                    parent?.Step();
                    levels.Push(new Level(Pointer(levels), reader.TokenType == JsonTokenType.StartObject));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    levels.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    if (!levels.Peek().Name(ServerJson.Name(reader)))
                        duplicates.Add(Pointer(levels));
                    break;
                default:
                    if (levels.TryPeek(out var owner))
                        owner.Step();
                    break;
            }
        }

        return duplicates;
    }

    private static string Pointer(Stack<Level> levels) => levels.TryPeek(out var top) ? $"{top.Pointer}/{top.Current}" : "";

    private sealed class Level(string pointer, bool isObject)
    {
        private readonly HashSet<string>? _names = isObject ? new(StringComparer.Ordinal) : null;
        private int _index = -1;
        private string _name = "";

        public string Pointer { get; } = pointer;

        public string Current => _names is null ? _index.ToString(System.Globalization.CultureInfo.InvariantCulture) : _name;

        public void Step() => _index++;

        public bool Name(string name)
        {
            _name = name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            return _names!.Add(name);
        }
    }
}
