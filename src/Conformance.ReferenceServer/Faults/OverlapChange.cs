using System.Collections.Concurrent;
using Conformance.ReferenceServer.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>One answer to calls with the same key that overlap.</summary>
/// <param name="operationIds">The operations, separated by spaces.</param>
/// <param name="key">What calls must have in common; null leaves a call alone.</param>
/// <param name="change">Makes the answer to the later calls from that to the first.</param>
internal sealed class OverlapChange(string operationIds, Func<Call, string?> key, Func<Reply, Reply> change) : Change, ICallFilter
{
    // Long enough for requests that are sent at the same time, on a busy machine too.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    private readonly string[] _operationIds = operationIds.Split(' ');
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Reply>> _underWay = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Touches => _operationIds;

    /// <inheritdoc/>
    public override void Apply(IServiceCollection services) => services.AddSingleton<ICallFilter>(this);

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(Call call, Func<Call, Task<Reply>> next)
    {
        if (!_operationIds.Contains(call.OperationId) || key(call) is not { } common)
        {
            return await next(call);
        }

        var own = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _underWay.GetOrAdd(common, own);
        if (first != own)
        {
            return change(await first.Task);
        }

        try
        {
            await Task.Delay(Window);
            var reply = await next(call);
            own.SetResult(reply);
            return reply;
        }
        catch (Exception error)
        {
            own.SetException(error);
            _ = own.Task.Exception;
            throw;
        }
        finally
        {
            _underWay.TryRemove(common, out _);
        }
    }
}
