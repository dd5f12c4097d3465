using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Conformance.Homeservers.Targets.Launching;

/// <summary>The data folders of homeservers that run as processes: each run's bear its process id, so that what a killed run left is
/// found.</summary>
/// <param name="parent">The folder that they are made in.</param>
internal sealed class DataFolders(string parent)
{
    private const string Prefix = "conformance-homeserver-";
    private const string ProcessFile = ".process";

    /// <summary>The machine's folder for temporary files.</summary>
    public static DataFolders Temporary { get; } = new(Path.GetTempPath());

    /// <summary>Makes a folder that only this user may read.</summary>
    public string Create()
    {
        var name = FormattableString.Invariant($"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");
        var folder = Path.Combine(parent, name);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    /// <summary>Notes the process that a folder belongs to.</summary>
    public static void NoteProcess(string folder, int id) =>
        File.WriteAllText(Path.Combine(folder, ProcessFile), string.Create(CultureInfo.InvariantCulture, $"{id} {StartOf(id)}"));

    /// <summary>Removes a folder, as far as the system allows it.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left in the folder for temporary files, where it does no harm; the next run tries again.
        }
    }

    /// <summary>Ends the processes of runs that were killed, and removes their folders.</summary>
    public void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || StartOf(id) is not null)
                continue;
            EndProcess(Path.Combine(folder, ProcessFile));
            Remove(folder);
        }
    }

    // The same number may be another process by now; its start tells.
    private static void EndProcess(string file)
    {
        if (!File.Exists(file) || File.ReadAllText(file).Split(' ') is not [var number, var start]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || StartOf(id) != start)
        {
            return;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has just ended, or is not ours to end.
        }
    }

    private static string? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
