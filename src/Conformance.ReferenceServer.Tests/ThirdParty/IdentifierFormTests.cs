using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Models;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests.ThirdParty;

public sealed class IdentifierFormTests
{
    [Theory]
    [InlineData("bob@Example.com", "bob@example.com")]
    [InlineData("Strauß@Example.com", "strauss@example.com")]
    [InlineData("ΟΔΥΣΣΕΥΣ@example.com", "οδυσσευσ@example.com")]
    [InlineData("Οδυσσεύς@example.com", "οδυσσεύσ@example.com")]
    [InlineData("oﬃce@example.com", "office@example.com")]
    public void Email_addresses_are_case_folded(string typed, string canonical) =>
        IdentifierForms.Email(typed).Should().Be(new ThirdPartyIdentifier("email", canonical));

    [Theory]
    [InlineData("GB", "07700 900001", "447700900001")]
    [InlineData("GB", "+44 (0)7700 900001", "447700900001")]
    [InlineData("GB", "0033 1 42 68 53 00", "33142685300")]
    [InlineData("GB", "447700900001", "447700900001")]
    [InlineData("US", "(202) 555-0123", "12025550123")]
    [InlineData("US", "1-202-555-0123", "12025550123")]
    [InlineData("US", "011 44 7700 900001", "447700900001")]
    [InlineData("IT", "06 698 1", "39066981")]
    [InlineData("RU", "8 (495) 123-45-67", "74951234567")]
    [InlineData("RU", "810 44 7700 900001", "447700900001")]
    [InlineData("HU", "06 1 234 5678", "3612345678")]
    [InlineData("ES", "912 345 678", "34912345678")]
    public void Phone_numbers_are_read_as_they_are_dialled(string country, string typed, string canonical) =>
        IdentifierForms.Phone(country, typed).Should().Be(new ThirdPartyIdentifier("msisdn", canonical));
}
