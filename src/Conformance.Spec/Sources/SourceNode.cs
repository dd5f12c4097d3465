using System.Globalization;

namespace Conformance.Spec.Sources;

/// <summary>A value of a YAML or JSON source, with the place where it stands.</summary>
/// <param name="file">The file, as messages name it.</param>
/// <param name="line">Counted from 1.</param>
/// <param name="column">Counted from 1.</param>
internal abstract class SourceNode(string file, int line, int column)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>The list or map that holds this value; null for the root of a document.</summary>
    public SourceNode? Parent { get; set; }

    /// <summary>The value that this one was made from; null if it stands in a source itself.</summary>
    public SourceNode? Origin { get; init; }

    /// <summary>What messages call this kind of value.</summary>
    public abstract string KindName { get; }

    /// <summary>The place inside the file as a JSON Pointer in fragment form; <c>#</c> for the root.</summary>
    public string Pointer => Origin is not null ? Origin.Pointer : Parent switch
    {
        SourceMap map => $"{map.Pointer}/{JsonPointers.Escape(map.KeyOf(this))}",
        SourceList list => string.Create(CultureInfo.InvariantCulture, $"{list.Pointer}/{list.IndexOf(this)}"),
        _ => "#",
    };

    /// <summary>An error at this place.</summary>
    public SpecError Error(string message, bool withPointer = true) => new(File, Line, Column, withPointer ? Pointer : null, message);
}
