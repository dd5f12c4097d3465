using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Judging;

/// <summary>Holds every answer against the specification. Safe to use from many scenarios at once.</summary>
public sealed class Judge
{
    private const int LongestText = 1000;

    private readonly Specification _specification;
    private readonly SpecVersion _underTest;
    private readonly Redactor _redactor;

    /// <summary>Makes a judge.</summary>
    /// <param name="specification">The specification to judge by.</param>
    /// <param name="underTest">The version under test: what is newer is not demanded.</param>
    /// <param name="redactor">Masks what findings quote.</param>
    public Judge(Specification specification, SpecVersion underTest, Redactor redactor)
    {
        _specification = specification;
        _underTest = underTest;
        _redactor = redactor;
    }

    /// <summary>The exchange with what was found in its answer. One without an answer comes back as it is.</summary>
    public Exchange Examine(Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        if (exchange.Response is not { } response)
            return exchange;
        var answer = new Answer(exchange, response, _specification, _underTest, _redactor);
        var findings = Checks.All.SelectMany(check => check.Examine(answer)).Select(Masked).ToList();
        return exchange with { Findings = findings };
    }

    private Finding Masked(Finding finding) => finding with
    {
        Pointer = Short(_redactor.Text(finding.Pointer)),
        Expected = Short(_redactor.Text(finding.Expected)),
        Actual = Short(_redactor.Text(finding.Actual)),
        Message = Short(_redactor.Text(finding.Message)),
    };

    // The name of a member may be as long as its server likes.
    private static string Short(string text) => ShortText.Of(text, LongestText);
}
