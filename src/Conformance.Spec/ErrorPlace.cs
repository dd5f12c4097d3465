using System.Globalization;

namespace Conformance.Spec;

/// <summary>Where an error is: in a file, in an option of the command line, or at a URL.</summary>
public sealed record ErrorPlace
{
    private ErrorPlace()
    {
    }

    /// <summary>The file, as the user knows it; null if the error is not in a file.</summary>
    public string? File { get; private init; }

    /// <summary>The line in the file, counted from 1; 0 where it is unknown.</summary>
    public int Line { get; private init; }

    /// <summary>The place in the file as a JSON Pointer in fragment form (<c>#/paths/~1devices/get</c>); null if it adds nothing.</summary>
    public string? Pointer { get; private init; }

    /// <summary>The option, e.g. <c>--accounts</c>; null if the error is not in an option.</summary>
    public string? Option { get; private init; }

    /// <summary>The URL; null if the error is not at a URL.</summary>
    public Uri? Url { get; private init; }

    /// <summary>A place in a file.</summary>
    public static ErrorPlace InFile(string file, int line = 0, string? pointer = null) =>
        new() { File = file.Length == 0 ? null : file, Line = line, Pointer = pointer };

    /// <summary>An option of the command line.</summary>
    public static ErrorPlace InOption(string name) => new() { Option = name };

    /// <summary>A URL.</summary>
    public static ErrorPlace At(Uri url) => new() { Url = url };

    /// <summary>
    /// The place as it stands at the start of a message, e.g. <c>accounts.yaml:3</c>; editors and terminals recognise it there.
    /// </summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
        return File is null ? Option ?? Url?.OriginalString ?? Pointer ?? "" : Pointer is null ? place! : $"{place}: {Pointer}";
    }
}
