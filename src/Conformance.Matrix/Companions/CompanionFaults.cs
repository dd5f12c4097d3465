using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Companions;

/// <summary>Finds the homeserver's requests that are not as the specification has them, and looks at each once. Safe to use from many
/// scenarios at once.</summary>
/// <param name="requests">The requests; null where there is none of the suite's own servers.</param>
/// <param name="specification">The specification to judge by.</param>
/// <param name="underTest">The version that the homeserver claims.</param>
public sealed class CompanionFaults(ICompanionRequests? requests, Specification specification, SpecVersion underTest)
{
    private readonly Lock _gate = new();
    private readonly List<CompanionFault> _found = [];
    private readonly CompanionRequestCheck _check = new(specification, underTest);
    private int _seen;

    /// <summary>Those so far, in the order they came.</summary>
    public IReadOnlyList<CompanionFault> All
    {
        get
        {
            if (requests is null)
                return [];
            lock (_gate)
            {
                var all = requests.All;
                for (; _seen < all.Count; _seen++)
                {
                    var request = all[_seen];
                    if (_check.OperationOf(request) is { } operation && _check.FaultOf(request, operation) is { } fault)
                        _found.Add(new CompanionFault(request, operation, fault));
                }

                return [.. _found];
            }
        }
    }
}
