using Conformance.Spec.Sources;

namespace Conformance.Spec.Requirements;

/// <summary>
/// Reads the members of one map strictly: a member that is missing, unknown or of the wrong kind becomes an error with its line.
/// </summary>
/// <param name="map">The map.</param>
/// <param name="subject">What messages call the map, e.g. <c>DEV-14</c>.</param>
/// <param name="errors">Receives what is wrong.</param>
internal sealed class RecordFields(SourceMap map, string subject, List<SpecError> errors)
{
    /// <summary>Reports every member whose name is not in the list.</summary>
    public void RefuseOthers(IReadOnlyList<string> known)
    {
        foreach (var member in map.Members.Where(member => !known.Contains(member.Name)))
        {
            var question = Nearest.Question(member.Name, known);
            Report(
                member.Key,
                $"{subject} has the unknown field \"{member.Name}\".{(question.Length > 0 ? question : $" Known are {string.Join(", ", known)}.")}");
        }
    }

    /// <summary>A required text, which may not be empty; null after an error.</summary>
    public string? Text(string name)
    {
        if (map[name] is not { } value)
        {
            Report(map, $"{subject} lacks the field \"{name}\"; add it.");
            return null;
        }

        if (value is SourceScalar { Kind: not ScalarKind.Null, Text: var text } && !string.IsNullOrWhiteSpace(text))
            return text;
        Report(value, $"{subject}: \"{name}\" is {value.KindName}, where a text that is not empty is expected.");
        return null;
    }

    /// <summary>A text that may be missing.</summary>
    public string? OptionalText(string name) => map[name] is null ? null : Text(name);

    /// <summary>A required member that is a text or null.</summary>
    public string? NullableText(string name) => map[name] is SourceScalar { IsNull: true } ? null : Text(name);

    /// <summary>A word of a closed list; the default value after an error.</summary>
    public T Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(name) is not { } word)
            return default;
        if (words.TryGetValue(word, out var meaning))
            return meaning;
        Report(map[name]!, $"{subject}: \"{name}\" is \"{word}\", which is none of {string.Join(", ", words.Keys)}.");
        return default;
    }

    /// <summary>A required list of texts, which may be empty.</summary>
    public IReadOnlyList<SourceScalar> Texts(string name)
    {
        switch (map[name])
        {
            case null:
                Report(map, $"{subject} lacks the field \"{name}\"; write \"{name}: []\" if there is nothing to list.");
                return [];
            case SourceList list:
                foreach (var item in list.Items.Where(item => item is not SourceScalar { IsNull: false }))
                    Report(item, $"{subject}: \"{name}\" holds {item.KindName}, where texts are expected.");
                return [.. list.Items.OfType<SourceScalar>().Where(item => !item.IsNull)];
            case { } other:
                Report(other, $"{subject}: \"{name}\" is {other.KindName}, where a list is expected.");
                return [];
        }
    }

    /// <summary>A required map; null after an error.</summary>
    public SourceMap? Map(string name)
    {
        if (map[name] is SourceMap found)
            return found;
        Report(map[name] ?? map, map[name] is { } other
            ? $"{subject}: \"{name}\" is {other.KindName}, where a map is expected."
            : $"{subject} lacks the field \"{name}\"; add it.");
        return null;
    }

    /// <summary>Reports an error at a node of this map.</summary>
    public void Report(SourceNode at, string message) => errors.Add(at.Error(message, withPointer: false));
}
