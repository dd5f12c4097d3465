using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Homeservers.Processes;

/// <summary>A run's note about a process that it has started. If the run is killed, a later run can end the process.</summary>
/// <param name="Owner">The run.</param>
/// <param name="Process">The process id and when the process started; null where none was started yet.</param>
/// <param name="Command">Its command line; null where none was started yet, or where the system does not tell.</param>
/// <param name="IsKept">Whether the process stays when the run has ended.</param>
internal sealed record ProcessNote(RunOwner Owner, string? Process, string? Command, bool IsKept = false)
{
    // The suite's own file is smaller; a larger one is somebody else's.
    private const int MostBytes = 100_000;

    /// <summary>Whether the process was to stay, and still runs.</summary>
    [JsonIgnore]
    public bool IsWanted => IsKept && Id is { } id && RunOwner.Identity(id) == Process;

    private int? Id => Process?.Split('/') is [var number, _]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Reads a note; null if there is none, or it cannot be understood.</summary>
    public static ProcessNote? Read(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, LinkTarget: null, Length: <= MostBytes }
                && JsonSerializer.Deserialize<ProcessNote>(File.ReadAllText(file)) is { Owner: { Host: not null, Process: not null } } note
                    ? note
                    : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The note with a process that has just been started.</summary>
    public ProcessNote Of(int id) => this with { Process = RunOwner.Identity(id), Command = CommandOf(id) };

    /// <summary>Writes the note.</summary>
    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));

    /// <summary>
    /// Ends the process and its children, if it is still the one that was noted: the same number may be another's by now.
    /// </summary>
    /// <param name="folder">The folder that it was started in. If a script has turned into the server, the command line is no longer the
    /// noted one, but it names this folder.</param>
    public void EndProcess(string folder)
    {
        if (Id is not { } id)
            return;

        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            if (RunOwner.Identity(id) == Process && CommandOf(id) is { } command
                && (command == Command || command.Contains(folder, StringComparison.Ordinal)))
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has just ended, or is not ours to end.
        }
    }

    // Linux tells the whole line, other systems the program's name.
    private static string? CommandOf(int id)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cmdline").Replace('\0', ' ').TrimEnd();
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return process.ProcessName;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
