using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.UserInteractive;
using Conformance.Matrix.Verdicts;
using Xunit;

namespace Conformance.Steps.Scenes;

/// <summary>Which stage a step means, and how it is answered: it follows the flows that the server offers, never a fixed list.</summary>
/// <param name="scene">The scenario.</param>
public sealed class StageChooser(Scene scene)
{
    private static readonly string[] Candidates = ["m.login.dummy", "m.login.terms", "org.example.unheard_of"];
    private string? _last;

    /// <summary>The call in progress.</summary>
    /// <exception cref="ViolationException">The last call was not challenged.</exception>
    public UiaAttempt Attempt => scene.World.Uia ?? throw scene.Violation("a UIA challenge: 401 with the array flows", scene.World.Last.Outcome, scene.World.Last);

    /// <summary>Ends the scenario where no call was challenged.</summary>
    /// <exception cref="ViolationException">The last call was not challenged.</exception>
    public void MustBeChallenged() => _ = Attempt;

    /// <summary>The stage answered last.</summary>
    /// <exception cref="SuiteErrorException">None was answered.</exception>
    public string Last => _last ?? throw new SuiteErrorException("the feature speaks of \"that stage\" before a stage was answered.");

    /// <summary>The fallback page walked last; null if none was.</summary>
    public FallbackResult? Page { get; set; }

    /// <summary>The answer to a stage, without the session; the stage becomes <see cref="Last"/>.</summary>
    /// <exception cref="SuiteErrorException">The suite cannot answer such a stage.</exception>
    public async Task<JsonObject> AnswerAsync(string stage, Actor? owner)
    {
        var context = new StageContext(owner, scene.Run.Target);
        var solver = scene.Run.Uia.SolverOf(stage, context)
            ?? throw new SuiteErrorException($"the suite has no answer for the stage {stage}.");
        _last = stage;
        return await solver.AnswerAsync(context, Attempt.Latest, scene.Cancellation);
    }

    /// <summary>What a person would type into the form of a fallback page.</summary>
    public IReadOnlyDictionary<string, string> Fields(Actor? owner)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (scene.Run.Target.RegistrationToken is { } token)
            fields["token"] = token;
        if (owner?.Account is { } account)
            fields["password"] = account.Password;
        return fields;
    }

    /// <summary>A stage type that no offered flow has.</summary>
    public string Foreign() => Candidates.First(type => !Attempt.First.Flows.Any(flow => flow.Contains(type)));

    /// <summary>The first stage of an offered flow that has more stages, all of which the suite can complete. Skips the scenario where there is none.</summary>
    public string FirstOfLonger(Actor? owner)
    {
        var flow = Longer(owner).FirstOrDefault();
        return _last = (flow ?? throw NoLongerFlow())[0];
    }

    /// <summary>A stage of a longer flow that is the first of no flow. Skips the scenario where there is none.</summary>
    public string OutOfOrder(Actor? owner)
    {
        var first = Attempt.First.Flows.Where(flow => flow.Count > 0).Select(flow => flow[0]).ToHashSet(StringComparer.Ordinal);
        var later = Longer(owner).SelectMany(flow => flow.Skip(1)).FirstOrDefault(stage => !first.Contains(stage));
        return later ?? throw NoLongerFlow();
    }

    private SkipException NoLongerFlow() => new(scene.Unmet("uia-multi-stage"));

    private IEnumerable<IReadOnlyList<string>> Longer(Actor? owner)
    {
        var context = new StageContext(owner, scene.Run.Target);
        return Attempt.First.Flows.Where(flow => flow.Count > 1 && flow.All(stage => scene.Run.Uia.SolverOf(stage, context) is not null));
    }
}
