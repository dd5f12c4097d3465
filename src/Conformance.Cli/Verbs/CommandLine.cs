using System.CommandLine;
using System.CommandLine.Invocation;
using Conformance.Cli.Parsing;
using Conformance.Spec;

namespace Conformance.Cli.Verbs;

/// <summary>
/// The command <c>conformance</c>: reads the command line, runs the verb, and turns a failure into one line and an exit code.
/// </summary>
/// <param name="shell">What surrounds it.</param>
public sealed class CommandLine(Shell shell)
{
    private const string Name = "conformance";
    private const string DefaultVerb = "run";
    private const string VerboseOption = "--verbose";

    // Arguments such as "@DEV-14" are tags, not files of further arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="cancellationToken">Cancels the run early; the run still removes what it made and writes its report.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        using var output = new GuardedWriter(shell.Output);
        using var error = new GuardedWriter(shell.Error);
        var guarded = shell with { Output = output, Error = error };
        var code = await RunAsync(guarded, arguments, cancellationToken).ConfigureAwait(false);
        await guarded.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        if (output.Failure is not { } failure)
            return code;
        guarded.Complain(new Problem("standard output cannot be written")
        {
            Why = failure.Message.TrimEnd('.'),
            NextStep = "make room for it, or send it elsewhere",
        });
        return code == ExitCodes.Conforming ? ExitCodes.Usage : code;
    }

    private static async Task<int> RunAsync(Shell shell, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var root = Root(shell);

        // "run" is the default verb.
        var parsed = root.Parse(arguments is [DefaultVerb, ..] ? [.. arguments.Skip(1)] : arguments, Parsing);
        if (parsed.Action is not SynchronousCommandLineAction { ClearsParseErrors: true } && Complaint.About(parsed) is { } complaint)
        {
            shell.Complain(complaint);
            return ExitCodes.Usage;
        }

        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = shell.Output,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            shell.Complain(new Problem("interrupted"));
            return ExitCodes.Interrupted;
        }
        catch (ConformanceException wrong)
        {
            foreach (var problem in wrong.Problems)
                shell.Complain(problem);
            return wrong.ExitCode;
        }
#pragma warning disable CA1031 // The last resort: nobody is helped by an unhandled exception's report.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            var verbose = arguments.Contains(VerboseOption, StringComparer.Ordinal);
            var hint = verbose ? "" : $" ({VerboseOption} shows where)";
            shell.Complain(new Problem("internal error") { Why = $"{unexpected.GetType().Name}: {FirstLine(unexpected.Message)}{hint}" });
            if (verbose)
                shell.Error.WriteLine(unexpected.StackTrace);
            return ExitCodes.SuiteError;
        }
    }

    private static RootCommand Root(Shell shell)
    {
        var root = new RootCommand(
            """
            Checks whether a Matrix homeserver conforms to the Client-Server API.

            Without a verb, it runs the scenarios against TARGET, as the verb "run" does. Exit codes of a run:
            0 the server conforms, or deviates only as the baseline says; 1 the server violates the specification, or a baseline
            entry is stale; 2 the command line or a file is wrong, or a report that cannot be written (in place of 0);
            3 the target cannot be reached or used, or died; 4 the suite itself is at fault; 5 nothing was checked, or too
            many scenarios could not be; 130 the run was interrupted.
            """)
        {
            HelpName = Name,
        };
        new RunVerb(shell).AddTo(root);
        root.Add(new ListVerb(shell).Command);
        root.Add(new ExplainVerb(shell).Command);
        root.Add(new CoverageVerb(shell).Command);
        root.Add(new FindingsVerb(shell).Command);
        root.Add(new ServeVerb(shell).Command);
        root.Add(new CompanionsVerb(shell).Command);
        root.Add(new ExtractVerb(shell).Command);
        root.Add(new CheckSpecVerb(shell).Command);
        root.Add(new StepsVerb(shell).Command);
        foreach (var version in root.Options.OfType<VersionOption>())
            version.Action = new SuiteVersion(shell);
        return root;
    }

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r');

    private sealed class SuiteVersion(Shell shell) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            shell.Output.WriteLine(SuiteName.WithVersion);
            return ExitCodes.Conforming;
        }
    }
}
