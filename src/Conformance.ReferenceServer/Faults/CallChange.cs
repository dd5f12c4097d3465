using Conformance.ReferenceServer.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>Another answer to the calls of some operations, or of some pages.</summary>
/// <param name="operationIds">The operations, separated by spaces.</param>
/// <param name="touch">The end of the calls that it affects, e.g. <c>200</c>; null for all.</param>
/// <param name="answer">Answers a call, with the help of the conforming handler or without.</param>
internal sealed class CallChange(string operationIds, string? touch, Func<Call, Func<Call, Task<Reply>>, Task<Reply>> answer)
    : Change, ICallFilter
{
    private readonly string[] _operationIds = operationIds.Split(' ');

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches => [.. _operationIds.Select(id => touch is null ? id : $"{id} {touch}")];

    /// <inheritdoc/>
    public override void Apply(IServiceCollection services) => services.AddSingleton<ICallFilter>(this);

    /// <inheritdoc/>
    public Task<Reply> AnswerAsync(Call call, Func<Call, Task<Reply>> next) =>
        _operationIds.Contains(call.OperationId) ? answer(call, next) : next(call);
}
