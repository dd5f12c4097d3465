using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Pages;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Uia;

/// <summary>Which stage a step means, and how it is answered: it follows the flows that the server offers, never a fixed list.</summary>
/// <param name="scene">The scenario.</param>
public sealed class StageChooser(Scene scene)
{
    private const string WrongAnswer = "certainly-not-the-answer";
    private static readonly StageType[] Candidates = [StageType.Dummy, StageType.Terms, new("org.example.unheard_of")];
    private static readonly string[] Proofs = ["password", "token", "response"];
    private readonly HashSet<StageType> _before = [];
    private StageType? _last;
    private bool _mustSayDone;

    /// <summary>The call in progress.</summary>
    /// <exception cref="ViolationException">The last call was not challenged.</exception>
    public UiaAttempt Attempt => scene.Challenged;

    /// <summary>Ends the scenario where no call was challenged, or where the last page should have completed its stage and did not say so:
    /// whether the server offers a page that works is a requirement of its own.</summary>
    /// <exception cref="ViolationException">The last call was not challenged.</exception>
    /// <exception cref="NotCheckedException">The last page did not say that it has performed the stage.</exception>
    public void MustBeChallenged()
    {
        _ = Attempt;
        if (_mustSayDone && Page is { IsDone: false } page)
            throw new NotCheckedException($"the page of the stage {Last} has not performed it: {page.Told("it does not say so")}");
    }

    /// <summary>Who answers: a person named without a device is on the device of the call that was challenged.</summary>
    /// <exception cref="ViolationException">The last call was not challenged.</exception>
    public Caller Caller(CallerPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var isTheirs = phrase is { Kind: CallerKind.Person, Device: null, Token: null }
            && scene.World.Actor(phrase.Actor!).Sessions.Values.Any(session => session.AccessToken == Attempt.Caller.AccessToken);
        return isTheirs ? Attempt.Caller : scene.Callers.Of(phrase);
    }

    /// <summary>The stage answered last.</summary>
    /// <exception cref="SuiteErrorException">None was answered.</exception>
    public StageType Last => _last ?? throw new SuiteErrorException(
        "the feature speaks of \"that stage\" before a stage was answered",
        "answer a stage first.");

    /// <summary>The stages that were answered only because they stand before another in its flow.</summary>
    public IReadOnlySet<StageType> Before => _before;

    /// <summary>The fallback page walked last; null if none was.</summary>
    public WalkResult? Page { get; private set; }

    /// <summary>The answer to a stage, without the session; the stage becomes <see cref="Last"/>.</summary>
    /// <exception cref="SuiteErrorException">The suite cannot answer such a stage.</exception>
    public async Task<JsonObject> AnswerAsync(StageType stage, Actor? owner)
    {
        var context = Context(owner);
        var solver = scene.Run.Uia.SolverOf(stage, context)
            ?? throw new SuiteErrorException($"the suite has no answer for the stage {stage}", "choose a stage that it can complete.");
        _last = stage;
        return await solver.AnswerAsync(context, Attempt.Latest, scene.Cancellation);
    }

    /// <summary>Walks the fallback page of a stage, which becomes <see cref="Last"/>. The stages before it in its flow are answered
    /// first.</summary>
    /// <param name="stage">The type of the stage.</param>
    /// <param name="caller">Who made the call.</param>
    /// <param name="owner">Whose credentials are typed in; null for nobody's.</param>
    /// <param name="isWrong">Whether what is typed in is wrong.</param>
    /// <param name="mustSucceed">Whether the page has to perform the stage; where it does not, later steps have nothing to look at.</param>
    public async Task WalkAsync(StageType stage, Caller caller, Actor? owner, bool isWrong, bool mustSucceed)
    {
        await ApproachAsync(stage, caller, owner);
        _last = stage;
        _mustSayDone = mustSucceed;
        Page = await scene.World.Uia.CompleteOnFallbackPageAsync(stage, Fields(owner, isWrong), scene.Role, scene.Cancellation);
    }

    /// <summary>Answers the stages that stand before one in its flow, since the stages of a flow are completed in their order.</summary>
    /// <param name="stage">The type of the stage.</param>
    /// <param name="caller">Who made the call.</param>
    /// <param name="owner">Whose credentials are given; null for nobody's.</param>
    public async Task ApproachAsync(StageType stage, Caller caller, Actor? owner)
    {
        foreach (var earlier in StagesBefore(stage, owner))
        {
            _before.Add(earlier);
            await scene.World.Uia.AnswerAsync(await AnswerAsync(earlier, owner), caller, scene.Role, scene.Cancellation);
        }
    }

    /// <summary>Makes an answer a wrong one, which differs from the right one in what proves it.</summary>
    /// <param name="answer">The right answer.</param>
    public static void Spoil(JsonObject answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var proof in Proofs.Where(answer.ContainsKey))
            answer[proof] = WrongAnswer;
        if (answer["threepid_creds"] is JsonObject credentials)
            credentials["client_secret"] = WrongAnswer;
    }

    /// <summary>Takes out of an answer what proves it.</summary>
    /// <param name="answer">The right answer.</param>
    public static void Empty(JsonObject answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var proof in Proofs.Append("threepid_creds"))
            answer.Remove(proof);
    }

    /// <summary>What a person would type into the form of a fallback page.</summary>
    private Dictionary<string, string> Fields(Actor? owner, bool isWrong)
    {
        var companions = scene.Run.Target.Companions;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (scene.Run.Target.RegistrationToken is { } token)
            fields["token"] = isWrong ? WrongAnswer : token;
        if (owner?.Account is { } account)
            (fields["user"], fields["username"], fields["password"]) =
                (account.UserId, account.UserId, isWrong ? WrongAnswer : account.Password);
        if (companions.Captcha is { } captcha)
            fields["g-recaptcha-response"] = isWrong ? WrongAnswer : captcha.Solve();
        if (companions.Sso is { } provider && owner?.SsoName is { } name)
            fields[provider.NameField] = isWrong ? WrongAnswer : name;
        return fields;
    }

    /// <summary>A stage type that no offered flow has.</summary>
    public StageType Foreign() => Candidates.First(type => !Attempt.First.Flows.Any(flow => flow.Contains(type)));

    /// <summary>The first stage of an offered flow that has more stages, if the suite can complete that stage. Skips the scenario where
    /// there is none.</summary>
    public StageType FirstOfLonger(Actor? owner)
    {
        var context = Context(owner);
        var flow = Longer(owner).FirstOrDefault(HasMoreToCome) ?? Attempt.First.Flows.FirstOrDefault(
            flow => HasMoreToCome(flow) && scene.Run.Uia.SolverOf(flow[0], context) is not null);
        _last = (flow ?? throw NoLongerFlow())[0];
        return Last;
    }

    // The first stage of a longer flow may be a whole flow too.
    private bool HasMoreToCome(IReadOnlyList<StageType> flow) =>
        flow.Count > 1 && !Attempt.First.Flows.Any(other => other.All(stage => stage == flow[0]));

    /// <summary>A stage of a longer flow that is the first of no flow. Skips the scenario where there is none.</summary>
    public StageType OutOfOrder(Actor? owner)
    {
        var first = Attempt.First.Flows.Where(flow => flow.Count > 0).Select(flow => flow[0]).ToHashSet();
        var later = Longer(owner).SelectMany(flow => flow.Skip(1)).Where(stage => !first.Contains(stage)).Take(1).ToList();
        return later is [var stage] ? stage : throw NoLongerFlow();
    }

    /// <summary>The stages not completed yet that stand before one in a flow; none where it is the first, or in no flow.</summary>
    private List<StageType> StagesBefore(StageType stage, Actor? owner)
    {
        var context = Context(owner);
        var beginnings = Attempt.First.Flows
            .Where(flow => flow.Contains(stage))
            .Select(flow => flow.TakeWhile(type => type != stage).Except(Attempt.Latest.Completed).ToList())
            .OrderBy(types => types.Count)
            .ToList();
        return beginnings.Count == 0
            ? []
            : beginnings.FirstOrDefault(types => types.All(type => scene.Run.Uia.SolverOf(type, context) is not null))
            ?? throw NoLongerFlow();
    }

    private StageContext Context(Actor? owner) => scene.World.Uia.Stages(owner, ExchangeRole.Subject) with { Call = Attempt.Call };

    private ScenarioSkippedException NoLongerFlow() => new(scene.Unmet(Need.MultiStageUia));

    private IEnumerable<IReadOnlyList<StageType>> Longer(Actor? owner)
    {
        var context = Context(owner);
        return Attempt.First.Flows.Where(flow => flow.Count > 1 && flow.All(stage => scene.Run.Uia.SolverOf(stage, context) is not null));
    }
}
