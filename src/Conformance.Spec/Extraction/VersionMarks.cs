using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>The marks that say which version of the specification added or changed something.</summary>
internal static class VersionMarks
{
    public const string Added = "x-addedInMatrixVersion";
    public const string Changed = "x-changedInMatrixVersion";

    /// <summary>The version that added a thing; null where there is no mark.</summary>
    public static SpecVersion? Since(SourceMap map, List<SpecError> errors)
    {
        if (map[Added] is not { } mark)
            return null;
        if (mark is SourceScalar scalar && SpecVersion.TryParse(scalar.Text, out var version))
            return version;
        errors.Add(mark.Error($"{Added} is not a version; write it like \"1.19\""));
        return null;
    }

    /// <summary>The versions that changed a thing, oldest first.</summary>
    public static IReadOnlyList<SpecVersion> ChangedIn(SourceMap map, List<SpecError> errors)
    {
        if (map[Changed] is not { } mark)
            return [];
        if (mark is not SourceMap changes)
        {
            errors.Add(mark.Error($"{Changed} is {mark.KindName}, where a map from versions to texts is expected"));
            return [];
        }

        var versions = new SortedSet<SpecVersion>();
        foreach (var change in changes.Members)
        {
            if (SpecVersion.TryParse(change.Name, out var version))
                versions.Add(version);
            else
                errors.Add(change.Key.Error($"\"{change.Name}\" is not a version; write it like \"1.19\""));
        }

        return [.. versions];
    }
}
