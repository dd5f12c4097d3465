using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Spec;
using Docker.DotNet;

namespace Conformance.Homeservers.Containers;

/// <summary>Calls the engine. Each call has a deadline, and each failure is one line.</summary>
internal sealed class EngineConnection(EngineEndpoint endpoint) : IDisposable
{
    private readonly DockerClient _client = endpoint.GetDockerClientBuilder().Build();

    /// <summary>Where the engine is, and which version of its API to use.</summary>
    public EngineEndpoint Endpoint => endpoint;

    /// <summary>Calls the engine.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="purpose">What the call is for, to complete "could not ...".</param>
    /// <param name="deadline">How long it may take.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ContainerException">There is no answer in time, or the engine refuses.</exception>
    public async Task<T> CallAsync<T>(
        string purpose, TimeSpan deadline, Func<IDockerClient, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(deadline);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await call(_client, both.Token).WaitAsync(both.Token);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (timer.IsCancellationRequested)
        {
            throw new ContainerException(
                $"The container engine at {endpoint} did not {purpose} within {Seconds(deadline)}",
                "see whether it is overloaded or stuck.",
                new TimeoutException($"no answer within {Seconds(deadline)}"));
        }
        catch (DockerApiException exception)
        {
            throw new ContainerException(
                new Problem($"The container engine at {endpoint} could not {purpose}") { Why = $"{Cause(exception)}." }, exception);
        }
        catch (Exception exception) when (exception is not ContainerException)
        {
            throw new ContainerException(
                new Problem($"The container engine at {endpoint} could not be asked to {purpose}") { Why = $"{Cause(exception)}." },
                exception);
        }
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public Task CallAsync(
        string purpose, TimeSpan deadline, Func<IDockerClient, CancellationToken, Task> call, CancellationToken cancellationToken) =>
        CallAsync(
            purpose,
            deadline,
            async (client, token) =>
            {
                await call(client, token);
                return true;
            },
            cancellationToken);

    /// <summary>Like <see cref="CallAsync{T}"/>, for something that may not exist.</summary>
    /// <returns><c>null</c> if the engine answered 404.</returns>
    public async Task<T?> FindAsync<T>(
        string purpose, TimeSpan deadline, Func<IDockerClient, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await CallAsync(purpose, deadline, call, cancellationToken);
        }
        catch (ContainerException exception) when (StatusOf(exception) == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>The status with which the engine refused; <c>null</c> if it did not answer.</summary>
    public static HttpStatusCode? StatusOf(ContainerException exception) => (exception.InnerException as DockerApiException)?.StatusCode;

    /// <summary>The reason for a failure, as a clause.</summary>
    public static string Cause(Exception exception) => exception.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nothing listens there",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } or FileNotFoundException => "there is no such socket",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "this user may not access it",
        JsonException => "its answer is not JSON",
        DockerApiException refusal => Reason(refusal),
        var cause => OneLine.Of(cause.Message),
    };

    /// <summary>A time, in words.</summary>
    public static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");

    private static string Reason(DockerApiException refusal)
    {
        var body = refusal.ResponseBody;
        try
        {
            if ((JsonNode.Parse(body ?? "") as JsonObject)?["message"] is JsonValue value && value.TryGetValue<string>(out var message)
                && message.Length > 0)
                return OneLine.Of(message);
        }
        catch (JsonException)
        {
            // Not the engine's own form of an error; the raw text says more than nothing.
        }

        return $"it answered {(int)refusal.StatusCode} {OneLine.Of(body)}".TrimEnd();
    }
}
