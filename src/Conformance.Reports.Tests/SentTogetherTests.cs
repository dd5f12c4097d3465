using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Reports.Building;
using Conformance.Reports.Json;
using Conformance.Reports.Terminal;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>A report says which requests were sent at the same time.</summary>
public sealed class SentTogetherTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(null)]
    public void An_exchange_says_whether_it_was_sent_together_with_others(int? number)
    {
        var exchange = SampleRuns.Exchange("register", 200, "{}") with { Together = number is { } given ? new SentTogether(given) : null };
        var report = ExchangeReports.Of(exchange, new Redactor())!;
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
            JsonExchanges.Write(report, json);

        report.Together.Should().Be(number);
        ExchangeLines.Call(report).Contains("(sent at the same time, 2)").Should().Be(number is not null);
        Encoding.UTF8.GetString(written.ToArray()).Contains("\"together\":2").Should().Be(number is not null);
    }
}
