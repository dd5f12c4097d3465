using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Looks at the successful answers of some operations, and changes nothing about them.</summary>
/// <param name="operationIds">The operations, separated by spaces.</param>
/// <param name="look">Receives the body.</param>
internal sealed class WatchChange(string operationIds, Action<JsonObject> look) : Change
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches => [];

    /// <inheritdoc/>
    public override void Apply(IServiceCollection services) => Changes.Answer(operationIds, look).Apply(services);
}
