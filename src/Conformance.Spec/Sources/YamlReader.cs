using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Conformance.Spec.Sources;

/// <summary>Reads a YAML document into <see cref="SourceNode"/>s; every fault becomes an error with its line, never an exception.</summary>
internal sealed partial class YamlReader
{
    // Far beyond what the specification needs, far below what the stack bears.
    private const int DeepestNesting = 256;

    private readonly string _file;
    private readonly List<SpecError> _errors;
    private readonly List<SourceNotice> _notices;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, SourceNode> _anchors = [];

    private YamlReader(string file, TextReader text, List<SpecError> errors, List<SourceNotice> notices)
    {
        _file = file;
        _errors = errors;
        _notices = notices;
        _parser = new Parser(new Scanner(text, skipComments: true));
    }

    /// <summary>The root of the document; null, with at least one error added, if it cannot be read.</summary>
    /// <param name="file">What messages call the file.</param>
    /// <param name="text">The document.</param>
    /// <param name="errors">Receives what makes the document unusable.</param>
    /// <param name="notices">Receives the harmless faults: what YAML forbids but older versions of the specification have.</param>
    public static SourceNode? Read(string file, string text, List<SpecError> errors, List<SourceNotice> notices)
    {
        if (TryRead(file, text, errors, notices, out var root, out var failure))
            return root;
        if (TryRead(file, BlankLine().Replace(text, ""), errors, notices, out root, out _))
            notices.Add(new SourceNotice(false, failure));
        else
            errors.Add(failure);
        return root;
    }

    // A block scalar may not begin with a line of more spaces than its indentation; older versions of the specification have such lines in
    // their prose, and most parsers let them pass. So a text that fails is read once more with such lines emptied.
    private static bool TryRead(
        string file, string text, List<SpecError> errors, List<SourceNotice> notices, out SourceNode? root,
            [NotNullWhen(false)] out SpecError? failure)
    {
        try
        {
            using var reader = new StringReader(text);
            var (foundErrors, foundNotices) = (new List<SpecError>(), new List<SourceNotice>());
            root = new YamlReader(file, reader, foundErrors, foundNotices).ReadDocument();
            errors.AddRange(foundErrors);
            notices.AddRange(foundNotices);
            failure = null;
            return true;
        }
        catch (YamlException exception)
        {
            root = null;
            failure = new SpecError(file, (int)exception.Start.Line, (int)exception.Start.Column, null,
                $"invalid YAML: {Sentence(exception.Message)}");
            return false;
        }
    }

    private SourceNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _errors.Add(new SpecError(_file, 0, 0, null, "the file is empty"));
            return null;
        }

        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            _errors.Add(
                new SpecError(_file, (int)second.Start.Line, (int)second.Start.Column, null,
                    "a second document begins here; one file holds one document"));
        return root;
    }

    private SourceNode ReadNode(int depth)
    {
        if (depth > DeepestNesting)
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nesting is deeper than {DeepestNesting} levels");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var shared)
                ? shared
                : throw new YamlException(alias.Start, alias.End, $"alias *{alias.Value} has no anchor before it");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
            return Remember(scalar, ToScalar(scalar));
        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            var list = new SourceList(_file, (int)sequence.Start.Line, (int)sequence.Start.Column);
            while (!_parser.TryConsume<SequenceEnd>(out _))
                list.Add(ReadNode(depth + 1));
            return Remember(sequence, list);
        }

        var start = _parser.Consume<MappingStart>();
        var map = new SourceMap(_file, (int)start.Start.Line, (int)start.Start.Column);
        while (!_parser.TryConsume<MappingEnd>(out _))
            ReadMember(map, depth);
        return Remember(start, map);
    }

    private void ReadMember(SourceMap map, int depth)
    {
        if (!_parser.Accept<Scalar>(out var name))
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key is not a scalar");
        var key = ToScalar(name);
        _parser.MoveNext();
        var value = ReadNode(depth + 1);
        if (!map.Add(key, value))
            _notices.Add(SourceNotice.DuplicateKey(key));
    }

    private SourceNode Remember(NodeEvent node, SourceNode value)
    {
        if (!node.Anchor.IsEmpty)
            _anchors[node.Anchor] = value;
        return value;
    }

    private SourceScalar ToScalar(Scalar scalar)
    {
        var kind = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? SourceScalar.KindOfPlain(scalar.Value) : ScalarKind.String;
        return new SourceScalar(_file, (int)scalar.Start.Line, (int)scalar.Start.Column, scalar.Value, kind);
    }

    // The parser puts the place in front of some of its messages; ours has it already.
    private static string Sentence(string message)
    {
        var text = Place().Replace(message, "").Trim().TrimEnd('.');
        return text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    [GeneratedRegex("^[ \t]+(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"^\(Line: \d+, Col: \d+, Idx: \d+\) - \(Line: \d+, Col: \d+, Idx: \d+\): ")]
    private static partial Regex Place();
}
