using System.Text;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>The web pages on which a stage can be completed without the client ("Fallback" of the client-server API).</summary>
internal sealed class FallbackPages(UiaEngine engine, UiaSessions sessions, UiaFlows flows, IEnumerable<IUiaStage> stages) : IRouteSource
{
    // The manifest has no operation for it: the clause gives the path in prose.
    private const string Path = "/_matrix/client/v3/auth/{authType}/fallback/web";

    /// <inheritdoc/>
    public IEnumerable<Route> Routes =>
    [
        new Route("fallbackPage", "GET", Path, Authentication.None, TakesJson: false, (call, _) => Task.FromResult(Show(call))),
        new Route("fallbackForm", "POST", Path, Authentication.None, TakesJson: false, SubmitAsync),
    ];

    /// <summary>Shows the page that performs a stage, or says that the stage is done.</summary>
    private Reply Show(Call call)
    {
        var (session, stage) = Find(call);
        return session.Completed.Contains(stage.Type)
            ? Reply.OfHtml(200, Html.Done())
            : stage.OwnPage(session) ?? Form(200, stage, error: null);
    }

    /// <summary>Attempts the stage with what the user typed.</summary>
    private async Task<Reply> SubmitAsync(Call call, CancellationToken cancellationToken)
    {
        var (session, stage) = Find(call);
        var fields = FormFields.Read(call.Bytes);
        var failure = await engine.AttemptOnPageAsync(session, stage.Type, ToRequestObject(stage.ReadForm(fields)), cancellationToken);
        return failure is null ? Reply.OfHtml(200, Html.Done()) : Form(failure.Status, stage, failure.Message);
    }

    private static Reply Form(int status, IUiaStage stage, string? error) =>
        Reply.OfHtml(status, Html.Form(stage.Type, stage.FormFields(), error));

    private static RequestObject ToRequestObject(JsonObject data) => RequestObject.Parse(Encoding.UTF8.GetBytes(data.ToJsonString()));

    private (UiaSession Session, IUiaStage Stage) Find(Call call)
    {
        var id = call.Target.Query("session") ?? throw MatrixException.Missing("session");
        var session = sessions.Find(id) ?? throw MatrixException.NotFound("The session is not known.");
        var type = call.PathParameters["authType"];
        return flows.For(session).Any(flow => flow.Contains(type)) && stages.FirstOrDefault(stage => stage.Type == type) is { } stage
            ? (session, stage)
            : throw MatrixException.NotFound("The session has no such stage.");
    }
}
