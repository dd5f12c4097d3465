using System.Reflection;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests;

public sealed class NeedTests
{
    [Fact]
    public void The_list_has_every_need_once() =>
        Need.All.Should().BeEquivalentTo(
            typeof(Need).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(Need))
                .Select(property => property.GetValue(null)));

    [Fact]
    public void A_need_is_found_by_its_name()
    {
        Need.TryParse("email-sink", out var need).Should().BeTrue();
        need.Should().BeSameAs(Need.EmailSink);
        need!.Describe().Should().Be("email-sink (mail that the suite can read)");
    }

    [Theory]
    [InlineData("email-sinks", " Did you mean email-sink?")]
    [InlineData("submarine", "")]
    public void An_unknown_name_is_no_need_and_the_nearest_is_asked_about(string name, string question)
    {
        Need.TryParse(name, out _).Should().BeFalse();
        Need.Question(name).Should().Be(question);
    }
}
