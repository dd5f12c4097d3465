using Conformance.Homeservers;
using Conformance.Matrix;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Reqnroll;
using Reqnroll.BoDi;

namespace Conformance.Steps.Hooks;

/// <summary>
/// Under <c>dotnet test steps</c> the tests make their own run: against the URL in <c>CONFORMANCE_TARGET</c>, else against the embedded
/// homeserver. Where a host has made one before, as the command line does, that one is used.
/// </summary>
[Binding]
public static class RunHooks
{
    /// <summary>The environment variable that aims the tests at another server.</summary>
    public const string TargetVariable = "CONFORMANCE_TARGET";

    /// <summary>Starts the homeserver and the run.</summary>
    [BeforeTestRun]
    public static async Task Start(IObjectContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        if (container.IsRegistered<TestRun>())
            return;

        var homeserver = Homeserver(Environment.GetEnvironmentVariable(TargetVariable));
        var target = await homeserver.StartAsync(CancellationToken.None);
        container.RegisterInstanceAs<IHomeserver>(homeserver);
        container.RegisterInstanceAs(new TestRun(new TestRunOptions
        {
            Specification = Specification.LoadEmbedded(Specification.Embedded.Max()),
            Requirements = RequirementCatalogue.LoadEmbedded(),
            Target = target,
        }));
    }

    /// <summary>Ends the run and stops the homeserver that <see cref="Start"/> started.</summary>
    /// <exception cref="ViolationException">A response, of whatever step, is not as the specification has it.</exception>
    [AfterTestRun]
    public static async Task Stop(IObjectContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        if (!container.IsRegistered<IHomeserver>())
            return;

        var run = container.Resolve<TestRun>();
        await run.DisposeAsync();
        await container.Resolve<IHomeserver>().DisposeAsync();

        var broken = run.Responses.Entries
            .SelectMany(entry => entry.Findings.Where(found => found.Finding.Severity == FindingSeverity.Violation))
            .ToList();
        if (broken.Count > 0)
            throw new ViolationException(new Violation("every response as the specification has it", string.Join("; ", broken.Select(found => found.Finding.Message)), broken[0].Example));
    }

    private static IHomeserver Homeserver(string? target) => target is null or "" or "embedded"
        ? new EmbeddedHomeserver(new EmbeddedHomeserverOptions())
        : Uri.TryCreate(target, UriKind.Absolute, out var url)
            ? new UrlHomeserver(url, new UrlHomeserverOptions())
            : throw new TargetException($"{TargetVariable} is \"{target}\", which is no URL; give one like http://localhost:8008, or leave it unset for the embedded homeserver.");
}
