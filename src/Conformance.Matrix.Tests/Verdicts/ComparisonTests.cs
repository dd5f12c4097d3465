using Conformance.Matrix.Verdicts;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Verdicts;

public sealed class ComparisonTests
{
    [Fact]
    public void All_that_deviate_are_told_and_each_way_is_a_violation()
    {
        var one = Bench.Exchange("login", 200, "{}");
        var comparison = new Comparison("responses");
        comparison.Add(false, "400", () => throw new InvalidOperationException("nobody asks what conforms"));
        comparison.Add(true, "400", () => new Deviation("null", "200", one));
        comparison.Add(true, "400", () => new Deviation("5", "500 M_UNKNOWN", null));
        comparison.Add(true, "400", () => new Deviation("[]", "200", null));

        var violations = comparison.Violations;

        violations.Select(violation => (violation.Expected, violation.Actual)).Should().Equal(("400", "200"), ("400", "500 M_UNKNOWN"));
        violations.Select(violation => violation.Sample!.ToString()).Should().Equal("2 of 4 responses: null; []", "1 of 4 responses: 5");
        violations[0].Exchange.Should().BeSameAs(one);
        new ViolationException(violations[0]).Message.Should().EndWith("200 in 2 of 4 responses: null; []");
    }

    [Fact]
    public void Places_of_a_list_deviate_in_the_same_way_whatever_their_number()
    {
        var comparison = new Comparison("places");
        foreach (var place in new[] { "/devices/0/name", "/devices/1/name" })
            comparison.Add(true, "devices[*].name is a string", () => new Deviation(place, $"{place} is null", null));

        comparison.Violations.Should().ContainSingle()
            .Which.Sample!.ToString().Should().Be("2 of 2 places: /devices/0/name; /devices/1/name");
    }

    [Fact]
    public void One_thing_alone_is_no_sample()
    {
        var comparison = new Comparison("places");
        comparison.Add(true, "x is 5", () => new Deviation("/x", "/x is 6", null));

        comparison.Violations.Should().ContainSingle().Which.Sample.Should().BeNull();
    }

    [Fact]
    public void What_conforms_is_no_violation()
    {
        var comparison = new Comparison("responses");
        comparison.Add(false, "400", () => new Deviation("null", "400", null));

        comparison.Violations.Should().BeEmpty();
    }
}
