using Reqnroll.Analytics;
using Reqnroll.Configuration;
using Reqnroll.EnvironmentAccess;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Plugins;

namespace Conformance.Runner.Running;

/// <summary>
/// Keeps a run to what its caller says: Reqnroll sends no telemetry, loads no plug-ins, writes no reports of its own, and reads neither
/// <c>reqnroll.json</c> nor variables of the environment.
/// </summary>
internal sealed class NoOutsideInfluence :
    IAnalyticsRuntimeTelemetryService,
    IRuntimePluginLocator,
    IRuntimeConfigurationProvider,
    IFormattersConfigurationProvider,
    IEnvironmentOptions
{
    /// <inheritdoc/>
    public bool Enabled => false;

    /// <inheritdoc/>
    public bool IsDryRun => false;

    /// <inheritdoc/>
    public string? BindingsOutputFilepath => null;

    /// <inheritdoc/>
    public bool IsRunningInContainer => false;

    /// <inheritdoc/>
    public bool FormattersDisabled => true;

    /// <inheritdoc/>
    public string? FormattersJson => null;

    /// <inheritdoc/>
    public IDictionary<string, string> FormatterSettings { get; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public void SendFeatureUseEvent(
        string featureName, Dictionary<string, string>? properties = null, Dictionary<string, double>? metrics = null)
    {
    }

    /// <inheritdoc/>
    public void SendProjectRunningEvent()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> GetAllRuntimePlugins() => [];

    /// <inheritdoc/>
    public ReqnrollConfiguration LoadConfiguration(ReqnrollConfiguration reqnrollConfiguration) => reqnrollConfiguration;

    /// <inheritdoc/>
    public IDictionary<string, object>? GetFormatterConfigurationByName(string formatterName) => null;

    /// <inheritdoc/>
    public string ResolveTemplatePlaceholders(string template) => template;
}
