using System.Text.Json;
using Conformance.Spec.Schemas;

namespace Conformance.Matrix.Ledger;

/// <summary>The documented places of one response, each marked once an answer had it. Safe to use from many scenarios at once.</summary>
/// <param name="places">The places.</param>
internal sealed class PlaceMarks(DocumentedPlaces places)
{
    private readonly bool[] _seen = new bool[places.All.Count];

    /// <summary>Marks what an answer has.</summary>
    public void Mark(JsonElement body) => places.Mark(body, _seen);

    /// <summary>What has been marked so far.</summary>
    public SchemaCoverage Coverage => new(Of(PlaceKind.Member), Of(PlaceKind.Branch));

    private PlaceCoverage Of(PlaceKind kind)
    {
        var seen = new List<string>();
        var unseen = new List<string>();
        for (var number = 0; number < _seen.Length; number++)
        {
            if (places.All[number].Kind == kind)
                (_seen[number] ? seen : unseen).Add(places.All[number].Name);
        }

        return new PlaceCoverage(seen, unseen);
    }
}
