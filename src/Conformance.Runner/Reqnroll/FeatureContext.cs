using System.Diagnostics.CodeAnalysis;
using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>The feature that is running. Its scenarios run at the same time: what they share here needs its own care.</summary>
[SuppressMessage("Usage", "CA2237", Justification = "The shape is Reqnroll's; nothing serialises it.")]
public class FeatureContext : ReqnrollContext, IFeatureContext
{
    internal FeatureContext(IObjectContainer container, FeatureInfo info)
    {
        FeatureContainer = container;
        FeatureInfo = info;
    }

    /// <inheritdoc/>
    public FeatureInfo FeatureInfo { get; }

    /// <inheritdoc/>
    public IObjectContainer FeatureContainer { get; }
}
