using Conformance.Matrix.Judging;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Judging;

/// <summary>Operations that a server may lack.</summary>
public sealed class OptionalOperationsTests
{
    private static readonly Uri Anywhere = new("http://localhost");

    [Fact]
    public void Each_rule_is_about_operations_of_the_manifest_and_has_one_condition_and_a_clause()
    {
        OptionalOperations.Known.Should().NotBeEmpty();
        OptionalOperations.Known.SelectMany(rule => rule.Operations)
            .Should().OnlyContain(id => Bench.Specification.Operations.Any(operation => operation.Id == id));
        OptionalOperations.Known.Should().OnlyContain(rule => (rule.Without == null) != (rule.Capability == null));
        OptionalOperations.Known.Select(rule => rule.Without).OfType<string>()
            .Should().OnlyContain(name => Need.All.Any(need => need.Name == name));
        OptionalOperations.Known.Should().OnlyContain(rule => rule.Clause.StartsWith("client-server-api/#") && rule.Why.EndsWith('.'));
    }

    [Fact]
    public void A_server_may_lack_what_belongs_to_an_offer_that_it_does_not_make()
    {
        var target = Bench.Target(Anywhere);

        OptionalOperations.NeedWithout(target, "generateLoginToken").Should().Be(Need.LoginToken);
        OptionalOperations.NeedWithout(target with { Offers = new HashSet<Need> { Need.LoginToken } }, "generateLoginToken")
            .Should().BeNull();
        OptionalOperations.NeedWithout(target, "getDevices").Should().BeNull();
    }

    [Fact]
    public void A_capability_that_is_not_enabled_switches_its_operations_off()
    {
        var offers = new HashSet<Need> { Need.LegacyAuthentication };
        var target = Bench.Target(Anywhere) with { Offers = offers };
        var without = target with { SwitchedOff = new HashSet<string> { "m.change_password" } };

        OptionalOperations.NeedWithout(target, "changePassword").Should().BeNull();
        OptionalOperations.NeedWithout(without, "changePassword").Should().Be(Need.SpecialConfiguration);
        OptionalOperations.SwitchedOffBy(without, "changePassword").Should().Be("m.change_password");
        OptionalOperations.SwitchedOffBy(without, "add3PID").Should().BeNull();
    }
}
