using System.Collections.Concurrent;
using Conformance.Matrix.Exchanges;
using Conformance.ReferenceServer.Faults;
using Conformance.Runner.Features;

namespace Conformance.Mutation;

/// <summary>What one scenario makes the conforming homeserver do, recorded while it is alone with it.</summary>
internal sealed class Touches
{
    private readonly ConcurrentDictionary<string, bool> _all = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _beyondSetUp = new(StringComparer.Ordinal);
    private volatile bool _isSetUp;

    /// <summary>A request is about to be sent.</summary>
    /// <param name="role">Why it is made.</param>
    public void Sending(ExchangeRole role) => _isSetUp = role is ExchangeRole.SetUp or ExchangeRole.CleanUp;

    /// <summary>The server does something in answer to the latest request.</summary>
    /// <param name="touch">What it does.</param>
    public void Add(string touch)
    {
        _all.TryAdd(touch, true);
        if (!_isSetUp)
            _beyondSetUp.TryAdd(touch, true);
    }

    /// <summary>Whether the scenario touches what a fault changes.</summary>
    /// <param name="fault">The fault.</param>
    public bool Has(Fault fault) => fault.Touches.Overlaps(_all.Keys);

    /// <summary>
    /// Whether a scenario can see a fault outside its set-up. What breaks in a set-up is not checked, so that a scenario sees what its
    /// other requests touch; one of the fault's own requirement may have it in its set-up.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="fault">The fault.</param>
    public bool CanSee(Scenario scenario, Fault fault) =>
        fault.Touches.Overlaps((scenario.Tags.Contains(fault.RequirementId, StringComparer.Ordinal) ? _all : _beyondSetUp).Keys);
}
