using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Redaction;
using Conformance.Reports.Wording;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Running;

/// <summary>Tells of the homeservers that stay when the run has ended: where each is, an account to try things with, and how to end
/// it.</summary>
/// <param name="shell">Where it is told.</param>
/// <param name="specification">The operations.</param>
/// <param name="givenToken">The registration token that the user gave, who knows it; null if there is none.</param>
internal sealed class KeptServers(Shell shell, Specification specification, string? givenToken)
{
    // A server that does not answer must not keep the command from ending.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Makes the accounts, and writes what there is to know. An account's token is written in clear: it is there to be
    /// used.</summary>
    /// <param name="scheduler">Has the homeservers.</param>
    public async Task WriteAsync(ProfileScheduler scheduler)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            foreach (var (name, kept) in await scheduler.KeptAsync(limit.Token).ConfigureAwait(false))
                await WriteAsync(scheduler, name, kept, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            shell.Error.WriteLine("conformance: a homeserver that stays does not answer any more");
        }
    }

    private async Task WriteAsync(ProfileScheduler scheduler, string name, KeptHomeserver kept, CancellationToken cancellationToken)
    {
        var profile = scheduler.Profiles.First(candidate => candidate.Name == name);
        shell.Output.WriteLine();
        try
        {
            var target = (await scheduler.RunAsync(profile, cancellationToken).ConfigureAwait(false)).Target;
            shell.Output.WriteLine(
                $"The homeserver of the profile {name} stays at {target.BaseUrl.GetLeftPart(UriPartial.Authority)} ({kept.What}).");
            var account = await FreshAccount.MakeAsync(target, specification, cancellationToken).ConfigureAwait(false);
            var isGiven = target.ReadyAccounts.Count > 0;
            shell.Output.WriteLine(
                $"  Account   {Printable.OneLine(account.UserId)} with the password {(isGiven ? "that you gave" : Printable.OneLine(account.Password))}");
            // A server must not be able to put a command on the user's line.
            shell.Output.WriteLine($"  Token     export TOKEN={ShellWord.Quote(Printable.OneLine(account.AccessToken))}");
            if (target.ApplicationServiceToken is { } service)
                shell.Output.WriteLine($"  Service   export AS_TOKEN={ShellWord.Quote(service)}");
            if (target.RegistrationToken is { } token && token != givenToken)
                shell.Output.WriteLine($"  Register  export REGISTRATION_TOKEN={ShellWord.Quote(token)}");
        }
        catch (TargetException failed)
        {
            foreach (var problem in failed.Problems)
                shell.Output.WriteLine($"  Account   {Printable.OneLine(problem.ToString())}");
        }

        shell.Output.WriteLine($"  End it    {kept.Stop}");
    }
}
