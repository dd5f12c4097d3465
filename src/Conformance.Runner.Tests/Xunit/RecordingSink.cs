using System.Collections.Concurrent;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Runner.Tests.Xunit;

/// <summary>Takes what an xunit runner takes: messages, until the last.</summary>
internal sealed class RecordingSink(Func<IMessageSinkMessage, bool>? goOn = null) : LongLivedMarshalByRefObject, IMessageSink
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<IMessageSinkMessage> _messages = new();

    public bool OnMessage(IMessageSinkMessage message)
    {
        _messages.Enqueue(message);
        if (message is IDiscoveryCompleteMessage or ITestAssemblyFinished)
            _end.TrySetResult();
        return goOn?.Invoke(message) ?? true;
    }

    public async Task<IReadOnlyList<IMessageSinkMessage>> AllAsync()
    {
        await _end.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return [.. _messages];
    }
}
