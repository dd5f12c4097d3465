using System.Diagnostics;
using System.Globalization;
using Conformance.Homeservers.Processes;
using Conformance.Homeservers.Targets.Launching;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>What a killed run left is removed. Nothing that another user has put beside it is believed, and no process is ended that the
/// run
/// did not start.</summary>
public sealed class DataFoldersTests : IDisposable
{
    private readonly TemporaryFolder _parent = new();
    private readonly List<Process> _processes = [];

    // A run of this machine that is gone: no process that runs now has that identity.
    private RunOwner Gone { get; } =
        RunOwner.OfThisProcess() with { Process = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}/earlier") };

    private DataFolders Later => new(_parent.Path, RunOwner.OfThisProcess());

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
                process.Kill();
            process.Dispose();
        }

        _parent.Dispose();
    }

    [SkippableFact]
    public async Task The_process_of_a_killed_run_is_ended_and_its_folder_removed()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var server = Start("sleep", "1000");
        var left = FolderOfGoneRun(server.Id);

        Later.RemoveLeftovers();

        await server.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Directory.Exists(left).Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_process_that_was_to_stay_is_left_alone_until_somebody_ends_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var server = Start("sleep", "1000");
        var folders = new DataFolders(_parent.Path, Gone);
        var kept = folders.Create();
        folders.NoteProcess(kept, server.Id, isKept: true);

        Later.RemoveLeftovers();

        server.HasExited.Should().BeFalse();
        Directory.Exists(kept).Should().BeTrue();

        server.Kill();
        await server.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Later.RemoveLeftovers();

        Directory.Exists(kept).Should().BeFalse("nobody uses it any more");
    }

    [SkippableFact]
    public async Task A_script_that_has_turned_into_the_server_is_ended_too()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs the command lines of processes");
        var folders = new DataFolders(_parent.Path, Gone);
        var left = folders.Create();
        var script = Start("sh", "-c", "read go; exec tail -f /dev/null \"$0/log\"", left);
        await File.WriteAllTextAsync(Path.Combine(left, "log"), "");
        folders.NoteProcess(left, script.Id);
        await script.StandardInput.WriteLineAsync();
        while (!(await File.ReadAllTextAsync($"/proc/{script.Id}/cmdline")).StartsWith("tail", StringComparison.Ordinal))
            await Task.Yield();

        Later.RemoveLeftovers();

        await script.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Directory.Exists(left).Should().BeFalse();
    }

    [SkippableFact]
    public void A_folder_of_another_user_is_left_alone_with_the_process_that_it_names()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows(), "only root can give a folder away");
        var server = Start("sleep", "1000");
        var foreign = FolderOfGoneRun(server.Id);
        using (var change = Process.Start("chown", ["-R", "3000000:3000000", foreign]))
        {
            change.WaitForExit();
            change.ExitCode.Should().Be(0);
        }

        Later.RemoveLeftovers();

        server.HasExited.Should().BeFalse();
        Directory.Exists(foreign).Should().BeTrue();
    }

    [SkippableTheory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherRead)]
    public void A_folder_that_others_may_use_is_left_alone(UnixFileMode open)
    {
        Skip.If(OperatingSystem.IsWindows(), "needs the modes of files");
        var server = Start("sleep", "1000");
        var left = FolderOfGoneRun(server.Id);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(left, File.GetUnixFileMode(left) | open);

        Later.RemoveLeftovers();

        server.HasExited.Should().BeFalse();
        Directory.Exists(left).Should().BeTrue();
    }

    [SkippableFact]
    public void A_link_to_a_folder_is_left_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "making links takes a privilege there");
        using var elsewhere = new TemporaryFolder();
        var server = Start("sleep", "1000");
        var left = new DataFolders(elsewhere.Path, Gone);
        var folder = left.Create();
        left.NoteProcess(folder, server.Id);
        Directory.CreateSymbolicLink(Path.Combine(_parent.Path, Path.GetFileName(folder)), folder);

        Later.RemoveLeftovers();

        server.HasExited.Should().BeFalse();
        Directory.Exists(folder).Should().BeTrue();
    }

    [SkippableFact]
    public void A_number_that_another_process_has_by_now_is_not_ended()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var stranger = Start("sleep", "1000");
        var left = FolderOfGoneRun(stranger.Id);
        Rewrite(left, note => note with { Process = string.Create(CultureInfo.InvariantCulture, $"{stranger.Id}/earlier") });

        Later.RemoveLeftovers();

        stranger.HasExited.Should().BeFalse();
        Directory.Exists(left).Should().BeFalse("the process that used the folder is gone");
    }

    [SkippableFact]
    public void A_process_with_another_command_is_not_ended()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var stranger = Start("sleep", "1000");
        var left = FolderOfGoneRun(stranger.Id);
        Rewrite(left, note => note with { Command = "python -m homeserver" });

        Later.RemoveLeftovers();

        stranger.HasExited.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("4711 20200101T000000")]
    [InlineData("null")]
    [InlineData("""{"Owner":null,"Process":"1/x","Command":"init"}""")]
    [InlineData("""{"Owner":{"Host":null,"Process":null},"Process":"1/x","Command":"init"}""")]
    public void A_note_that_says_nothing_is_left_alone(string text)
    {
        var left = FolderOfGoneRun(Environment.ProcessId);
        File.WriteAllText(Path.Combine(left, ".process"), text);

        Later.RemoveLeftovers();

        Directory.Exists(left).Should().BeTrue();
    }

    [Fact]
    public void Folders_of_a_run_that_goes_on_and_of_others_stay()
    {
        var own = Later.Create();
        var elsewhere = new DataFolders(_parent.Path, Gone with { Host = "another machine" }).Create();
        var strange = Directory.CreateDirectory(Path.Combine(_parent.Path, "conformance-homeserver-mine")).FullName;
        var left = new DataFolders(_parent.Path, Gone).Create();

        Later.RemoveLeftovers();

        Directory.GetDirectories(_parent.Path).Should().BeEquivalentTo([own, elsewhere, strange]).And.NotContain(left);
    }

    private string FolderOfGoneRun(int process)
    {
        var folders = new DataFolders(_parent.Path, Gone);
        var folder = folders.Create();
        folders.NoteProcess(folder, process);
        return folder;
    }

    private Process Start(string program, params IEnumerable<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true })!;
        _processes.Add(process);
        return process;
    }

    private static void Rewrite(string folder, Func<ProcessNote, ProcessNote> change)
    {
        var file = Path.Combine(folder, ".process");
        change(ProcessNote.Read(file)!).Write(file);
    }
}
