using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Spec;

namespace Conformance.Homeservers.Discovery;

/// <summary>The results of a survey: what the server offers, and which questions it did not answer properly.</summary>
/// <param name="redactor">Masks secrets in what was answered.</param>
internal sealed class Answers(Redactor redactor)
{
    private readonly HashSet<Need> _offers = [];
    private readonly Dictionary<Need, string> _unknown = [];

    private readonly Dictionary<Need, string> _denied = [];
    private readonly HashSet<string> _switchedOff = new(StringComparer.Ordinal);

    /// <summary>The capabilities that the server lists as not enabled.</summary>
    public IReadOnlySet<string> SwitchedOff => _switchedOff;

    /// <summary>The needs that the server meets.</summary>
    public IReadOnlySet<Need> Offers => _offers;

    /// <summary>
    /// The needs about which nothing is known, with the question and its answer. Needs that another answer has settled are left out.
    /// </summary>
    public IReadOnlyDictionary<Need, string> Unknown =>
        _unknown.Where(pair => !_offers.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>Notes that the server meets needs.</summary>
    public void Add(params IEnumerable<Need> needs) => _offers.UnionWith(needs);

    /// <summary>Notes that the server was asked for needs and does not meet them.</summary>
    /// <param name="exchange">The question.</param>
    /// <param name="seen">What its answer lacks or is, after <c>POST /register</c>: <c>gives no refresh_token</c>.</param>
    /// <param name="needs">The needs.</param>
    public void Deny(Exchange exchange, string seen, params IEnumerable<Need> needs)
    {
        foreach (var need in needs)
            _denied.TryAdd(need, $"{exchange.Request.Method} {exchange.Request.Url.AbsolutePath} {redactor.Text(seen)}");
    }

    /// <summary>Those of the offers of a target file that the answers contradict, with what was seen.</summary>
    public IReadOnlyDictionary<Need, string> Untrue(IEnumerable<Need> declared) => declared
        .Where(need => _denied.ContainsKey(need) && !_offers.Contains(need))
        .Distinct()
        .ToDictionary(need => need, need => _denied[need]);

    /// <summary>Notes that the server lists capabilities as not enabled.</summary>
    public void SwitchOff(IEnumerable<string> capabilities) => _switchedOff.UnionWith(capabilities);

    /// <summary>Takes over what another survey has learned.</summary>
    public void Add(Answers other)
    {
        _offers.UnionWith(other._offers);
        foreach (var (need, asked) in other._unknown)
            _unknown.TryAdd(need, asked);
        foreach (var (need, seen) in other._denied)
            _denied.TryAdd(need, seen);
    }

    /// <summary>Notes that an answer says nothing about needs.</summary>
    public void DoNotKnow(Exchange exchange, params IEnumerable<Need> needs)
    {
        foreach (var need in needs)
            _unknown.TryAdd(need, $"{exchange.Request.Method} {exchange.Request.Url.AbsolutePath} gave {redactor.Text(exchange.Outcome)}");
    }

    /// <summary>
    /// Whether a question failed: there is no answer, the server failed, or its rate limit was reached. A refusal is an answer.
    /// </summary>
    public static bool Failed(Exchange exchange) => exchange.Response is null or { Status: 429 or >= 500 };
}
