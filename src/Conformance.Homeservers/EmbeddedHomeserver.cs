using System.Security.Cryptography;
using Conformance.Matrix.Targets;
using Conformance.ReferenceServer;

namespace Conformance.Homeservers;

/// <summary>The reference homeserver, in this process, on a free port of the loopback. It is surveyed like any other, so that it is offered what it has.</summary>
/// <param name="options">How it is set up.</param>
public sealed class EmbeddedHomeserver(EmbeddedHomeserverOptions options) : IHomeserver
{
    private const string ServerName = "localhost";
    private const string UserPrefix = "bridge_";

    private ReferenceHomeserver? _server;

    /// <inheritdoc/>
    public async Task<Target> StartAsync(CancellationToken cancellationToken)
    {
        var serviceToken = RandomNumberGenerator.GetHexString(32, lowercase: true);
        try
        {
            _server = await ReferenceHomeserver.StartAsync(
                new ReferenceServerOptions
                {
                    ServerName = ServerName,
                    SpecVersion = options.SpecVersion,
                    Faults = options.Faults,
                    ApplicationService = new ApplicationServiceRegistration
                    {
                        Token = serviceToken,
                        SenderLocalpart = $"{UserPrefix}sender",
                        UserNamespace = $"@{UserPrefix}.*:{ServerName}",
                    },
                },
                cancellationToken);
        }
        catch (ReferenceServerException exception)
        {
            throw new TargetException($"the embedded homeserver does not start: {exception.Message}", exception);
        }

        await using var url = new UrlHomeserver(_server.BaseUrl, new UrlHomeserverOptions
        {
            Name = "embedded",
            Specification = options.Specification,
            SpecVersion = options.SpecVersion,
            RegistrationToken = _server.RegistrationToken,
            ApplicationServiceToken = serviceToken,
            ApplicationServiceUserPrefix = UserPrefix,
            RequestTimeout = options.RequestTimeout,
            Seed = options.Seed,
        });
        return await url.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
