using Conformance.Homeservers.Processes;

namespace Conformance.Homeservers.Targets.Launching;

/// <summary>
/// The data folders of homeservers that run as processes. Each has a note of its run and its process, so that a later run finds what a
/// killed run left.
/// </summary>
/// <param name="parent">The folder that they are made in. Others may write there, too.</param>
/// <param name="run">The run that makes them.</param>
internal sealed class DataFolders(string parent, RunOwner run)
{
    private const string Prefix = "conformance-homeserver-";
    private const string NoteFile = ".process";

    /// <summary>The data folders of this process, in the machine's folder for temporary files.</summary>
    public static DataFolders Temporary { get; } = new(Path.GetTempPath(), RunOwner.OfThisProcess());

    /// <summary>Makes a folder that only this user may read.</summary>
    public string Create()
    {
        var folder = Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        OwnFolder.Create(folder);
        new ProcessNote(run, null, null).Write(Path.Combine(folder, NoteFile));
        return folder;
    }

    /// <summary>Notes the process that a folder belongs to.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="id">The process.</param>
    /// <param name="isKept">Whether both stay when the run has ended, until somebody ends the process.</param>
    public void NoteProcess(string folder, int id, bool isKept = false) =>
        new ProcessNote(run, null, null, isKept).Of(id).Write(Path.Combine(folder, NoteFile));

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

    /// <summary>Ends the processes of this user's runs that were killed, and removes their folders; of processes that were to stay, the
    /// folders of those that have ended. What another user has put there is left
    /// alone, whatever it says.</summary>
    public void RemoveLeftovers()
    {
        var own = Create();
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            if (!OwnFolder.IsOwn(folder, own) || ProcessNote.Read(Path.Combine(folder, NoteFile)) is not { } note || !note.Owner.IsGone()
                || note.IsWanted)
                continue;
            note.EndProcess(folder);
            Remove(folder);
        }

        Remove(own);
    }
}
