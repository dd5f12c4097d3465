using System.Globalization;

namespace Conformance.Homeservers.Processes;

/// <summary>The process that made something, in a form that lets a later process find out whether it is gone.</summary>
/// <param name="Host">The machine, and its space of process ids: two containers of the same host name do not see each other's
/// processes.</param>
/// <param name="Process">The process id and when the process started, since ids are used again.</param>
internal sealed record RunOwner(string Host, string Process)
{
    // It has no slash, so that IsGone never takes the process for gone.
    private const string Unknown = "unknown";

    /// <summary>This process.</summary>
    public static RunOwner OfThisProcess() => new(HostName(), Identity(Environment.ProcessId) ?? Unknown);

    /// <summary>Whether the process is known to be gone. That of another machine never is.</summary>
    public bool IsGone()
    {
        if (Host != HostName())
            return false;
        var end = Process.IndexOf('/', StringComparison.Ordinal);
        return end > 0 && int.TryParse(Process.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Identity(id) is var now && now != Process && now != Unknown;
    }

    /// <summary>The identity of a process that runs now; <c>null</c> if there is none of that id, <c>unknown</c> if it cannot be
    /// seen.</summary>
    public static string? Identity(int id)
    {
        if (OperatingSystem.IsLinux())
            return LinuxStart(id) is { } ticks ? $"{id}/{ReadLine("/proc/sys/kernel/random/boot_id")}-{ticks}" : null;
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return string.Create(CultureInfo.InvariantCulture, $"{id}/{process.StartTime.ToUniversalTime().Ticks}");
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return Unknown;
        }
    }

    // The wall clock can be changed while processes run, so this takes the field that counts from the boot. It stands after the name, which
    // may hold any character.
    private static string? LinuxStart(int id)
    {
        var line = ReadLine($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
        var afterName = line.LastIndexOf(')');
        var fields = afterName < 0 ? [] : line[(afterName + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Z: it has ended, and only its parent has not noticed.
        return fields.Length > 19 && fields[0] is not ("Z" or "X") ? fields[19] : null;
    }

    private static string HostName()
    {
        var space = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        return space is null ? Environment.MachineName : $"{Environment.MachineName} {space}";
    }

    private static string ReadLine(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
