using Conformance.Matrix.ThreePids;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.ThreePids;

public sealed class ThreePidTests
{
    [Theory]
    [InlineData("alice@example.org", "email", "alice@example.org")]
    [InlineData("33199001234", "msisdn", "33199001234")]
    [InlineData("+33 1 99 00 12 34", "msisdn", "33199001234")]
    public void An_address_is_read_in_canonical_form(string address, string medium, string canonical)
    {
        var threePid = ThreePid.Parse(address);

        (threePid.Medium.ToString(), threePid.Address).Should().Be((medium, canonical));
    }

    [Theory]
    [InlineData("email", true)]
    [InlineData("msisdn", true)]
    [InlineData("Email", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_medium_is_one_of_two(string? text, bool known)
    {
        Medium.TryParse(text, out var medium).Should().Be(known);
        (medium?.ToString()).Should().Be(known ? text : null);
    }
}
