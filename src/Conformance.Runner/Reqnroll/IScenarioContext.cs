using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>The scenario that is running.</summary>
public interface IScenarioContext : IReqnrollContext
{
    /// <summary>Title and tags.</summary>
    ScenarioInfo ScenarioInfo { get; }

    /// <summary>The kind of the steps that are running.</summary>
    ScenarioBlock CurrentScenarioBlock { get; }

    /// <summary>The scenario's own container.</summary>
    IObjectContainer ScenarioContainer { get; }

    /// <summary>How it stands.</summary>
    ScenarioExecutionStatus ScenarioExecutionStatus { get; }
}
