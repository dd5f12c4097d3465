using System.Text;
using Conformance.JsonSchema.Tests.Bodies;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>All forms of evaluation come to one verdict on the bodies that the full build holds against JsonSchema.Net, too.</summary>
public sealed class BodyAgreementTests
{
    [SkippableFact]
    public void Examples_of_the_specification_are_judged_alike_in_every_form() =>
        Judge(SpecExamples.Read(Repository.SpecSources("v1.19"))).Should().BeGreaterThan(300);

    [Fact]
    public void Bodies_made_up_along_the_schemas_are_judged_alike_in_every_form() =>
        Judge(SampleBodies.For("v1.19", each: 2)).Should().BeGreaterThan(1000);

    private static int Judge(IEnumerable<JudgedBody> bodies)
    {
        var judged = 0;
        foreach (var group in bodies.GroupBy(body => Encoding.UTF8.GetString(body.Schema)))
        {
            var evaluations = new Evaluations(group.Key, new SchemaOptions { AssertFormats = false });
            foreach (var body in group)
            {
                evaluations.IsValid(body.Body?.ToJsonString() ?? "null");
                judged++;
            }
        }

        return judged;
    }
}
