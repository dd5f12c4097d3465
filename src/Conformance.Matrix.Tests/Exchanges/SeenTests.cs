using Conformance.Matrix.Exchanges;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Exchanges;

public sealed class SeenTests
{
    [Theory]
    [InlineData("400 M_BAD_JSON", "400 M_BAD_JSON")]
    [InlineData("401 (a UIA challenge)", "401 (a UIA challenge)")]
    [InlineData("/devices/3/display_name is null", "/devices/*/display_name is null")]
    [InlineData("/display_name is absent", "/display_name is absent")]
    [InlineData("/is_guest is true", "/is_guest is true")]
    [InlineData("/errcode is \"M_FORBIDDEN\"", "/errcode is \"M_FORBIDDEN\"")]
    [InlineData("/display_name is \"Alice's \\\"phone\\\"\"", "/display_name is a string")]
    [InlineData("/session is \"abcdefgh…", "/session is a string")]
    [InlineData("/threepids/0/added_at is 1712345678", "/threepids/*/added_at is a number")]
    [InlineData("/devices/0 is {\"device_id\":\"A\",\"last_seen_ts\":17…", "/devices/* is an object")]
    [InlineData("/flows is []", "/flows is an array")]
    [InlineData("{\"a\":1}", "an object")]
    [InlineData("it is \"http://localhost:41233/x?session=1\"", "it is a string")]
    [InlineData("it is named \"Another name\"", "it is named \"...\"")]
    [InlineData("it is named \"cut off…", "it is named \"...\"")]
    [InlineData("a byte 0xFF at offset 137", "a byte 0xFF at offset N")]
    [InlineData("", "nothing")]
    public void What_differs_from_run_to_run_is_left_out(string phrase, string seen) => Seen.Of(phrase).Should().Be(seen);
}
