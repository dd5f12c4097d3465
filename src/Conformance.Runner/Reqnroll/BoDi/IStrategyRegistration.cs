namespace Reqnroll.BoDi;

/// <summary>How often a registration makes its object.</summary>
public interface IStrategyRegistration
{
    /// <summary>Each time that it is asked for.</summary>
    IStrategyRegistration InstancePerDependency();

    /// <summary>Once in a container: so it is where nothing is said.</summary>
    IStrategyRegistration InstancePerContext();
}
