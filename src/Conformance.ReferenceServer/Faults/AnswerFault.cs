using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer.Faults;

/// <summary>A fault in what one operation takes or gives: the conforming operation still decides, between a call and an answer that are not quite its own.</summary>
/// <typeparam name="THandler">The conforming operation.</typeparam>
internal abstract class AnswerFault<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler> : Fault
    where THandler : class, IOperationHandler
{
    /// <summary>Names what it violates, and how.</summary>
    private protected AnswerFault(string requirementId, string description)
        : base(requirementId, description)
    {
    }

    /// <inheritdoc/>
    internal override void Apply(IServiceCollection services) => Replace<THandler>(
        services,
        _ => ServiceDescriptor.Singleton<IOperationHandler>(provider => new Handler(this, ActivatorUtilities.CreateInstance<THandler>(provider))));

    /// <summary>The call as the operation sees it.</summary>
    /// <exception cref="MatrixException">The call is refused.</exception>
    protected virtual Call Before(Call call) => call;

    /// <summary>Changes the body of a success.</summary>
    protected virtual void Alter(JsonObject body, Call call)
    {
    }

    /// <summary>Changes a success altogether.</summary>
    protected virtual Reply After(Reply reply, Call call) => reply;

    /// <summary>Changes a refusal.</summary>
    protected virtual MatrixException Refuse(MatrixException refusal, Call call) => refusal;

    /// <summary>Answers a call that the operation refuses: with a refusal, unless the fault makes a success of it.</summary>
    protected virtual Reply Refused(MatrixException refusal, Call call) => throw Refuse(refusal, call);

    /// <summary>A call with another body.</summary>
    protected static Call WithBody(Call call, Action<JsonObject> change)
    {
        var body = JsonObject.Create(call.Body.Element)!;
        change(body);
        return call with { Body = Json.RequestObject.Parse(System.Text.Encoding.UTF8.GetBytes(body.ToJsonString())) };
    }

    private async Task<Reply> AnswerAsync(THandler conforming, Call call, CancellationToken cancellationToken)
    {
        Reply reply;
        try
        {
            reply = await conforming.HandleAsync(Before(call), cancellationToken);
        }
        catch (MatrixException refusal)
        {
            return Refused(refusal, call);
        }

        if (reply.Status != 200)
        {
            return reply;
        }

        var body = (JsonObject)JsonNode.Parse(reply.Body.Span)!;
        Alter(body, call);
        return After(Reply.Ok(body), call);
    }

    private sealed class Handler(AnswerFault<THandler> fault, THandler conforming) : IOperationHandler
    {
        public string OperationId => conforming.OperationId;

        public Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) => fault.AnswerAsync(conforming, call, cancellationToken);
    }
}
