using System.Text;
using System.Text.Json;

namespace Conformance.Spec.Sources;

/// <summary>Reads a JSON document into <see cref="SourceNode"/>s; every fault becomes an error with its line, never an exception.</summary>
internal ref struct JsonSourceReader
{
    private readonly string _file;
    private readonly ReadOnlySpan<byte> _text;
    private readonly List<SourceNotice> _notices;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;
    private int _lineStart;

    private JsonSourceReader(string file, ReadOnlySpan<byte> text, List<SourceNotice> notices)
    {
        _file = file;
        _text = text;
        _notices = notices;
        _reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 256 });
    }

    /// <summary>The root of the document; null, with an error added, if it cannot be read.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="text">The document.</param>
    /// <param name="errors">Receives what makes the document unusable.</param>
    /// <param name="notices">Receives keys that stand in one object twice.</param>
    public static SourceNode? Read(string file, ReadOnlySpan<byte> text, List<SpecError> errors, List<SourceNotice> notices)
    {
        if (text.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        var reader = new JsonSourceReader(file, text, notices);
        try
        {
            reader._reader.Read();
            var root = reader.ReadNode();
            reader._reader.Read();
            return root;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var (line, column) = exception is JsonException { LineNumber: { } at, BytePositionInLine: { } inLine }
                ? ((int)at + 1, (int)inLine + 1)
                : reader.Position();
            errors.Add(new SpecError(file, line, column, null, $"invalid JSON: {Sentence(exception.Message)}"));
            return null;
        }
    }

    private SourceNode ReadNode()
    {
        var (line, column) = Position();
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var list = new SourceList(_file, line, column);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                    list.Add(ReadNode());
                return list;
            case JsonTokenType.StartObject:
                var map = new SourceMap(_file, line, column);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
                    ReadMember(map);
                return map;
            default:
                return ReadScalar(line, column);
        }
    }

    private void ReadMember(SourceMap map)
    {
        var (line, column) = Position();
        var key = new SourceScalar(_file, line, column, _reader.GetString()!, ScalarKind.String);
        _reader.Read();
        if (!map.Add(key, ReadNode()))
            _notices.Add(SourceNotice.DuplicateKey(key));
    }

    private SourceScalar ReadScalar(int line, int column)
    {
        if (_reader.TokenType == JsonTokenType.String)
            return new SourceScalar(_file, line, column, _reader.GetString()!, ScalarKind.String);
        var text = Encoding.UTF8.GetString(_reader.ValueSpan);
        var kind = _reader.TokenType switch
        {
            JsonTokenType.True or JsonTokenType.False => ScalarKind.Boolean,
            JsonTokenType.Null => ScalarKind.Null,
            _ => SourceScalar.KindOfPlain(text),
        };
        return new SourceScalar(_file, line, column, text, kind);
    }

    // Line and column of the current token; tokens come in order, so each byte is looked at once.
    private (int Line, int Column) Position()
    {
        var start = (int)_reader.TokenStartIndex;
        while (_text[_counted..start].IndexOf((byte)'\n') is >= 0 and var next)
        {
            _counted += next + 1;
            _lineStart = _counted;
            _line++;
        }

        _counted = start;
        return (_line, start - _lineStart + 1);
    }

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = (end < 0 ? message : message[..end]).TrimEnd('.');
        return text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
