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
    public void NoteProcess(string folder, int id) => new ProcessNote(run, null, null).Of(id).Write(Path.Combine(folder, NoteFile));

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

    /// <summary>Ends the processes of this user's runs that were killed, and removes their folders. What another user has put there is left
    /// alone, whatever it says.</summary>
    public void RemoveLeftovers()
    {
        var own = Create();
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            if (!OwnFolder.IsOwn(folder, own) || ProcessNote.Read(Path.Combine(folder, NoteFile)) is not { } note || !note.Owner.IsGone())
                continue;
            note.EndProcess(folder);
            Remove(folder);
        }

        Remove(own);
    }
}
