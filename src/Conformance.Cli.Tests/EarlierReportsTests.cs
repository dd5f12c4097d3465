using Conformance.Cli.Features;
using Conformance.Reports.Json;
using Conformance.Reports.Model;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>Reports that were written before scenarios had the ids that they have now.</summary>
public sealed class EarlierReportsTests
{
    [SkippableTheory]
    [InlineData("conduit-0.11.0-alpha")]
    [InlineData("dendrite-0.13.8")]
    [InlineData("synapse-1.163.2")]
    [InlineData("tuwunel-1.6.1")]
    public void Each_of_their_scenarios_is_one_of_today(string name)
    {
        var file = Path.Combine(Repository.Shared("reports", "what other homeservers answered"), name + ".json");
        var library = FeatureLibrary.Load(null);
        var today = ScenarioIds.Of(library.Scenarios, library.Root).Values.ToHashSet();

        var report = new JsonReportReader(
            library.Requirements, Specification.LoadEmbedded(Specification.Embedded.Max()), library.Renamed).Read(File.ReadAllBytes(file));

        report.Scenarios.Should().HaveCount(841);
        report.Scenarios.Select(scenario => scenario.Id).Should().OnlyContain(id => today.Contains(id));
    }
}
