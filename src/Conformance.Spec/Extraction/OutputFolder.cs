namespace Conformance.Spec.Extraction;

/// <summary>Writes a folder as a whole: readers see the old one or the new one, and nothing stale stays in it.</summary>
internal static class OutputFolder
{
    /// <summary>Replaces a folder, or makes it; afterwards it has exactly these files.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="files">The files' contents by their paths relative to it.</param>
    /// <param name="cancellationToken">Cancels before the swap; nothing is changed then.</param>
    public static void Replace(string target, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        var mark = Guid.NewGuid().ToString("N");
        var fresh = Path.Combine(parent, $".{Path.GetFileName(target)}.new-{mark}");
        var old = Path.Combine(parent, $".{Path.GetFileName(target)}.old-{mark}");
        try
        {
            foreach (var folder in files.Keys.Select(file => Path.GetDirectoryName(file)!).Distinct(StringComparer.Ordinal))
                Directory.CreateDirectory(Path.Combine(fresh, folder));
            foreach (var (file, content) in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.WriteAllBytes(Path.Combine(fresh, file), content);
            }

            if (Directory.Exists(target))
                Directory.Move(target, old);
            Directory.Move(fresh, target);
        }
        finally
        {
            // After a failure between the two moves the old folder goes back to its place.
            if (Directory.Exists(old) && !Directory.Exists(target))
                Directory.Move(old, target);
            foreach (var leftover in new[] { fresh, old }.Where(Directory.Exists))
                Directory.Delete(leftover, recursive: true);
        }
    }
}
