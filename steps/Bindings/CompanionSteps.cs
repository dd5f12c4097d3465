using Conformance.Matrix.Exchanges;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Bindings;

/// <summary>Steps that happen outside the client: in a mail or a text message, at a single sign-on provider, on a page of the server.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
[Binding]
public sealed class CompanionSteps(Scene scene, StageChooser stages)
{
    private const string FirstStage = "{first}";

    /// <summary>
    /// Waits for the message that was asked for, and does what it says: follows the link of a mail, and confirms where its page asks; submits the code of a text
    /// message. Where the link leads elsewhere in the end, that is <c>{returned_url}</c>.
    /// </summary>
    [Given("{caller} confirms the message to {message}")]
    [When("{caller} confirms the message to {message}")]
    public async Task ConfirmsMessage(CallerPhrase caller, MessagePhrase message)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(message);
        var address = scene.FillIn(message.Address);
        if (message.WrongToken || message.WrongSecret)
        {
            await scene.AuthenticateAsync(() => scene.World.ThreePids.MisconfirmAsync(address, message.WrongToken, message.WrongSecret, scene.Role, scene.Cancellation));
            return;
        }

        var walk = await scene.AuthenticateAsync(() => scene.World.ThreePids.ConfirmAsync(address, scene.Role, scene.Cancellation));
        if (walk?.ReturnedTo is { } url)
            scene.World.Memory["returned_url"] = url.OriginalString;
    }

    /// <summary>The account has this email address or telephone number (in international form, digits alone), validated and added; <c>{Alice.email}</c> and <c>{Alice.phone}</c> are made up for it.</summary>
    [Given("{actor} has the identifier {string}")]
    public Task HasIdentifier(ActorPhrase actor, string address)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.AuthenticateAsync(async () =>
        {
            await scene.World.ThreePids.AddAsync(scene.World.Actor(actor.Name), scene.FillIn(address), scene.Cancellation);
            return true;
        });
    }

    /// <summary>
    /// So many messages, and no more, have come for the address. For the first ones it is waited. <c>"{identity_server}/3pid/bind for {Alice.user_id}"</c> counts
    /// what the homeserver has asked of the identity server for this user and was granted.
    /// </summary>
    [Then("{int} message(s) has/have been sent to {string}")]
    public async Task MessagesHaveBeenSent(int count, string address)
    {
        var to = scene.FillIn(address);
        var sent = await scene.AuthenticateAsync(() => scene.World.ThreePids.CountAsync(to, count, scene.Cancellation));
        if (sent != count)
            throw scene.Violation($"{count} {(count == 1 ? "message" : "messages")} to {to}", $"{sent}", null);
    }

    /// <summary>The person logs in by single sign-on, as a browser and a client do it together; who is not known to the provider yet gets an account there.</summary>
    [Given("{actor} logs in by single sign-on on {string}")]
    [When("{actor} logs in by single sign-on on {string}")]
    public Task LogsInBySso(ActorPhrase actor, string device)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.AuthenticateAsync(() => scene.World.Browser.LogInBySsoAsync(scene.World.Actor(actor.Name), scene.FillIn(device), scene.Role, scene.Cancellation));
    }

    /// <summary>
    /// Completes a stage on the server's own page for it, as a browser would; the stages before it in its flow are answered first. The stage <c>"{first}"</c> is the
    /// first one of a flow with more to come, whatever the server offers.
    /// </summary>
    [When("{caller} completes the stage {string} on {page}")]
    public Task CompletesOnFallbackPage(CallerPhrase caller, string stage, PagePhrase page)
    {
        ArgumentNullException.ThrowIfNull(page);
        stages.MustBeChallenged();
        var owner = page.Manner.As is { } other ? scene.World.Actor(other) : scene.Owner(caller);
        return stages.WalkAsync(stage == FirstStage ? stages.FirstOfLonger(owner) : new StageType(stage), scene.Caller(caller), owner, page.Manner.IsWrong);
    }

    /// <summary>The browser's part of single sign-on: from the homeserver to the provider and back to this URL of a client, which is then <c>{returned_url}</c>, and its login token <c>{login_token}</c>.</summary>
    [When("{actor} passes single sign-on and returns to {string}")]
    public async Task PassesSso(ActorPhrase actor, string url)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (walk, token) = await scene.AuthenticateAsync(() => scene.World.Browser.PassSsoAsync(scene.World.Actor(actor.Name), scene.FillIn(url), scene.Role, scene.Cancellation));
        if (walk.ReturnedTo is not { } returned)
            throw scene.Violation($"single sign-on leads back to {url}", walk.Failure ?? "it ends on a page", scene.World.Last);
        scene.World.Memory["returned_url"] = returned.OriginalString;
        scene.World.Memory["login_token"] = token ?? throw scene.Violation($"single sign-on leads back to {url} with a loginToken", "no loginToken", scene.World.Last);
        if (ReturnedUrl.Flaw(scene.FillIn(url), returned) is { } flaw)
            throw scene.Violation($"single sign-on leads back to {url}, its parameters kept and one loginToken added", flaw, scene.World.Last);
    }
}
