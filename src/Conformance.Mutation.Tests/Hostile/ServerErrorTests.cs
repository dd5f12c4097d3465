using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Mutation.Hostile;
using Conformance.Mutation.Variations;
using FluentAssertions;
using Xunit;

namespace Conformance.Mutation.Tests.Hostile;

/// <summary>A server that answers with 500 now and then is held responsible for its errors, and for nothing else.</summary>
public sealed class ServerErrorTests
{
    private static readonly IReadOnlyList<string> Chapters =
        ["features/devices/", "features/whoami/", "features/logout/", "features/login/", "features/password/"];

    [Fact]
    public async Task What_a_server_gets_wrong_under_load_and_right_alone_is_no_violation()
    {
        var run = await RunAsync("fails-under-load");

        string.Join("\n", run.Alarms).Should().BeEmpty();
        string.Join("\n", run.Findings).Should().BeEmpty();
        run.Notes.Should().Contain(note => note.EndsWith("and not again when tried alone.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_fails_at_every_tenth_request_is_red_for_that_alone()
    {
        var run = await RunAsync("every-tenth-fails");

        run.Alarms.Where(alarm => alarm.IsRed && !alarm.ServerErrors.Any(IsLookedAt)).Should().BeEmpty();
        run.Alarms.Where(alarm => alarm.Verdict is Verdict.Error).Should().BeEmpty();
        run.Findings.Should().OnlyContain(finding => finding.Contains(" 500: ", StringComparison.Ordinal));
        run.Findings.Concat(run.Notes).Should().Contain(finding => finding.Contains("500", StringComparison.Ordinal));
    }

    private static bool IsLookedAt(ServerError error) => error.Role is ExchangeRole.Subject or ExchangeRole.Observation;

    private static Task<VariationRun> RunAsync(string name)
    {
        var hostile = HostileCatalogue.All.Single(server => server.Name == name);
        var variation = new Variation(name, hostile.Description)
        {
            Layer = () => hostile.Layer(new Uri("http://localhost")),
            Filters = Chapters,
        };
        return VariationRun.RunAsync(new Suite(), variation, CancellationToken.None);
    }
}
