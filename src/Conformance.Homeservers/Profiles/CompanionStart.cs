using Conformance.Companions;

namespace Conformance.Homeservers.Profiles;

/// <summary>Starts the companions of a homeserver.</summary>
internal static class CompanionStart
{
    /// <summary>Starts them like <see cref="CompanionServers.StartAsync"/>; if that fails, the target cannot be tested.</summary>
    /// <exception cref="TargetException">They do not start.</exception>
    public static async Task<CompanionServers> StartAsync(CompanionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await CompanionServers.StartAsync(options, cancellationToken);
        }
        catch (CompanionException exception)
        {
            throw new TargetException(exception);
        }
    }
}
