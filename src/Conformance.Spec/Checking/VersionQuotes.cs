using Conformance.Spec.Extraction;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Finds versions that YAML reads as numbers: 1.10 without quotes is 1.1.</summary>
internal static class VersionQuotes
{
    /// <summary>Looks at the marks of one map.</summary>
    public static void Check(SourceMap map, CheckContext context)
    {
        if (map[VersionMarks.Added] is SourceScalar added)
            Check(added, context);
        if (map[VersionMarks.Changed] is SourceMap changes)
        {
            foreach (var change in changes.Members)
                Check(change.Key, context);
        }
    }

    private static void Check(SourceScalar version, CheckContext context)
    {
        if (version.Kind is ScalarKind.Float or ScalarKind.Integer)
            context.Report(CheckRules.UnquotedVersion, version, $"the version {version.Text} is a number here; put it in quotes");
    }
}
