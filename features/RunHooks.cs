using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;
using Reqnroll;
using Reqnroll.BoDi;

namespace Conformance.Features;

/// <summary>
/// The run that the tests are of: against the URL in <c>CONFORMANCE_TARGET</c>, else against the embedded homeserver.
/// </summary>
[Binding]
public static class RunHooks
{
    /// <summary>The environment variable that aims the tests at another server.</summary>
    public const string TargetVariable = "CONFORMANCE_TARGET";

    /// <summary>Makes the run. Its homeservers start when the first scenario needs them.</summary>
    [BeforeTestRun]
    public static void Start(IObjectContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var specification = container.Resolve<Specification>();
        var requirements = RequirementCatalogue.LoadEmbedded();
        var record = container.Resolve<RunRecord>();
        var source = Source(Environment.GetEnvironmentVariable(TargetVariable));
        container.RegisterInstanceAs(requirements);
        container.RegisterInstanceAs(new ProfileScheduler(
            source,
            source.Profiles,
            target => new TestRun(new TestRunOptions
            {
                Specification = specification,
                Requirements = requirements,
                Target = target,
                Record = record,
            })));
    }

    /// <summary>Ends the run that <see cref="Start"/> began, and stops its homeservers.</summary>
    /// <exception cref="ViolationException">A response, of whatever step, is not as the specification has it.</exception>
    [AfterTestRun]
    public static async Task Stop(IObjectContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        if (!container.IsRegistered<ProfileScheduler>())
            return;

        await container.Resolve<ProfileScheduler>().DisposeAsync();
        var broken = container.Resolve<RunRecord>().Responses.Entries
            .SelectMany(entry => entry.Findings.Where(found => found.Finding.Severity == FindingSeverity.Violation))
            .ToList();
        if (broken.Count > 0)
        {
            throw new ViolationException(new Violation(
                "every response as the specification has it",
                string.Join("; ", broken.Select(found => found.Finding.Message)),
                broken[0].Example));
        }
    }

    private static IProfileSource Source(string? target) => target is null or "" or EmbeddedSource.EmbeddedName
        ? new EmbeddedSource(new EmbeddedHomeserverOptions())
        : Uri.TryCreate(target, UriKind.Absolute, out var url)
            ? new SingleProfileSource(target, () => new UrlHomeserver(url, new UrlHomeserverOptions()))
            : throw new TargetException(
                $"{TargetVariable} is \"{target}\", which is no URL",
                "give one like http://localhost:8008, or leave it unset for the embedded homeserver.");
}
