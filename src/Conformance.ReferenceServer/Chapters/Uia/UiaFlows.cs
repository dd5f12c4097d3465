using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>The flows that each operation offers.</summary>
internal sealed class UiaFlows
{
    private readonly UiaRules _rules;
    private readonly IReadOnlyList<IUiaStage> _stages;
    private readonly IReadOnlyList<IReadOnlyList<string>> _registration;
    private readonly IReadOnlyList<IReadOnlyList<string>> _others;
    private readonly IReadOnlyList<IReadOnlyList<string>> _resets;

    /// <summary>Reads them from the options.</summary>
    /// <exception cref="ReferenceServerException">There is none, or one is empty or names a stage that is not known or not allowed
    /// there.</exception>
    public UiaFlows(UiaRules rules, IEnumerable<IUiaStage> stages, ReferenceServerOptions options)
    {
        _rules = rules;
        _stages = [.. stages.Where(stage => stage.IsAvailable)];
        _registration = Checked(options.RegistrationFlows, nameof(options.RegistrationFlows), _stages.Select(stage => stage.Type));
        _others = Checked(
            options.AuthenticationFlows, nameof(options.AuthenticationFlows), _stages.Where(stage => !stage.IsForRegistrationOnly)
                .Select(stage => stage.Type));

        // A user who has forgotten the password cannot log in, but can prove ownership of an identifier on the account.
        _resets =
        [
            .. _stages.Select(stage => stage.Type)
                .Where(type => type is StageTypes.Email or StageTypes.Msisdn && !_others.Any(flow => flow is [var only] && only == type))
                .Select(type => new[] { type }),
        ];
    }

    /// <summary>The flows of an operation, each a list of stage types in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> For(string operationId) =>
        _rules.Offered(operationId, operationId == OperationIds.Register ? _registration : _others);

    /// <summary>
    /// The flows of a session: those of its operation that its owner can complete. It has all of them if no access token began it, or if
    /// the owner can complete none.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> For(UiaSession session)
    {
        var all = For(session.Binding.OperationId);
        if (session.Owner is not { } owner)
        {
            return session.Binding.OperationId == OperationIds.ChangePassword ? [.. all, .. _resets] : all;
        }

        var possible = all.Where(flow =>
            flow.All(type => _stages.FirstOrDefault(stage => stage.Type == type)?.IsPossibleFor(owner) ?? false)).ToList();
        return possible.Count > 0 ? possible : all;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Checked(
        IReadOnlyList<IReadOnlyList<string>> flows, string option, IEnumerable<string> allowed)
    {
        var types = allowed.ToList();
        if (flows.Count == 0 || flows.Any(flow => flow.Count == 0))
        {
            throw new ReferenceServerException($"{option} has no flow, or a flow without a stage", "give at least one of each.");
        }

        return flows.SelectMany(flow => flow).FirstOrDefault(type => !types.Contains(type)) is { } unknown
            ? throw new ReferenceServerException(
                $"{option} names the stage \"{unknown}\", which cannot be offered there",
                $"choose from {string.Join(", ", types)}.")
            : flows;
    }
}
