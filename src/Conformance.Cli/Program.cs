using System.Runtime.InteropServices;
using Conformance.Cli;
using Conformance.Cli.Verbs;

using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return await new CommandLine(Shell.OfProcess()).RunAsync(args, interruption.Token).ConfigureAwait(false);

// The first signal ends the run in an orderly way; the second ends the process.
void Interrupt(PosixSignalContext signal)
{
    if (interruption.IsCancellationRequested)
        return;

    signal.Cancel = true;
    interruption.Cancel();
}
