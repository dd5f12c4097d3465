using System.Globalization;

namespace Conformance.Spec.Extraction;

/// <summary>
/// Gives operations of one API the names of their files. Ids that differ in capitals alone (the application service API has
/// queryUserByID and queryUserById) must not share a file on systems that do not tell capitals apart.
/// </summary>
internal sealed class FileNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The id itself, with a number after it if the name is taken.</summary>
    public string For(string operationId)
    {
        var name = operationId;
        for (var number = 2; !_taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{operationId}-{number}");
        return name;
    }
}
