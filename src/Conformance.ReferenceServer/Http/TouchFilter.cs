using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Http;

/// <summary>Records which operations are called, and how the calls end.</summary>
/// <param name="touched">Receives the records.</param>
internal sealed class TouchFilter(Action<string> touched) : ICallFilter, IRefusalFilter
{
    /// <summary>What to record of a refused request, whichever part of the server refuses it.</summary>
    public static string OfRefusal(string errorCode) => $"* {errorCode}";

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(Call call, Func<Call, Task<Reply>> next)
    {
        touched(call.OperationId);
        try
        {
            var reply = await next(call);
            touched($"{call.OperationId} {reply.Status}");
            return reply;
        }
        catch (MatrixException refusal)
        {
            touched($"{call.OperationId} {refusal.ErrorCode}");
            throw;
        }
    }

    /// <inheritdoc/>
    public Reply Answer(Refused refused, Func<Refused, Reply> next)
    {
        touched(OfRefusal(refused.Reason.ErrorCode));
        return next(refused);
    }
}
