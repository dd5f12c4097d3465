using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Discovery;

/// <summary>
/// A homeserver that runs already, at a URL. The suite discovers what it offers; the options say what cannot be discovered.
/// </summary>
/// <param name="url">The base URL, <c>http</c> or <c>https</c>.</param>
/// <param name="options">What the user says about it.</param>
public sealed class UrlHomeserver(Uri url, UrlHomeserverOptions options) : IHomeserver
{
    // A user waits no longer than this for the first output of a run.
    private static readonly TimeSpan PromptAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PromptRateLimit = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public async Task<Target> StartAsync(CancellationToken cancellationToken)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
            throw new TargetException(
                $"{url.OriginalString} is not the URL of a homeserver",
                "give one that begins with http:// or https://.");
        var settings = options with { Specification = options.Specification ?? Specification.LoadEmbedded(Specification.Embedded.Max()) };
        var redactor = new Redactor();
        var baseUrl = new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        try
        {
            var patience = new MatrixClientOptions
            {
                BaseUrl = baseUrl,
                RequestTimeout = options.RequestTimeout,
                Insecure = options.Insecure,
                CaFile = options.CaFile,
            };
            using var patient = Client(patience);
            using var client = Client(patience with
            {
                RequestTimeout = options.RequestTimeout < PromptAnswer ? options.RequestTimeout : PromptAnswer,
                RateLimitDeadline = PromptRateLimit,
            });
            var survey = new Survey(client, patient, settings.Specification, settings, baseUrl, redactor);
            return await survey.RunAsync(cancellationToken);
        }
        catch (SuiteErrorException exception)
        {
            throw new TargetException(exception);
        }

        MatrixClient Client(MatrixClientOptions how) =>
            new(how, settings.Specification, settings.SpecVersion ?? settings.Specification.Version, redactor);
    }

    /// <summary>Nothing to stop: the server is the user's.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
