using Conformance.ReferenceServer.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Another answer to requests that are refused, whichever operation and whatever part of the server refuses them.</summary>
/// <param name="errorCode">The error code of the refusals that it changes.</param>
/// <param name="answer">Makes the answer.</param>
internal sealed class RefusalChange(string errorCode, Func<Refused, Func<Refused, Reply>, Reply> answer) : Change, IRefusalFilter
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches => [TouchFilter.OfRefusal(errorCode)];

    /// <inheritdoc/>
    public override void Apply(IServiceCollection services) => services.AddSingleton<IRefusalFilter>(this);

    /// <inheritdoc/>
    public Reply Answer(Refused refused, Func<Refused, Reply> next) =>
        refused.Reason.ErrorCode == errorCode ? answer(refused, next) : next(refused);
}
