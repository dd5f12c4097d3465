using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>The feature that is running.</summary>
public interface IFeatureContext : IReqnrollContext
{
    /// <summary>Title and tags.</summary>
    FeatureInfo FeatureInfo { get; }

    /// <summary>The feature's container, parent of its scenarios'.</summary>
    IObjectContainer FeatureContainer { get; }
}
