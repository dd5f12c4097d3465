using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Spec;

namespace Conformance.Homeservers.Containers;

/// <summary>Where to look for an engine, in the order of Docker's own command line.</summary>
/// <param name="Addresses">Where it may listen.</param>
/// <param name="Because">The setting that allows no other place; null if there is none.</param>
internal sealed record EngineSearch(IReadOnlyList<EngineAddress> Addresses, string? Because)
{
    // The context that stands for "the usual socket".
    private const string DefaultContext = "default";

    /// <summary>Reads what the environment says.</summary>
    /// <exception cref="ContainerException">The environment names an engine that the suite cannot talk to, or a context that does not
    /// exist.</exception>
    public static EngineSearch In(EngineEnvironment environment)
    {
        if (environment.Variable("DOCKER_HOST") is { Length: > 0 } host)
            return Only(EngineAddress.Parse(host, "DOCKER_HOST"), "DOCKER_HOST", environment);
        var folder = environment.Variable("DOCKER_CONFIG") is { Length: > 0 } configured
            ? configured
            : Path.Combine(environment.Home, ".docker");
        var (context, origin) = environment.Variable("DOCKER_CONTEXT") is { Length: > 0 } named
            ? (named, "DOCKER_CONTEXT")
            : (CurrentContext(folder), Path.Combine(folder, "config.json"));
        if (context is not null and not DefaultContext)
        {
            var address = AddressOfContext(folder, context)
                ?? throw new ContainerException(
                    $"{origin} names the Docker context \"{OneLine.Of(context)}\", which does not exist",
                    "see \"docker context ls\", or set DOCKER_HOST.");
            return Only(EngineAddress.Parse(address, $"the Docker context \"{context}\""), $"the Docker context \"{context}\" of {origin}",
                environment);
        }

        List<string> sockets = [environment.DockerSocket];
        if (environment.Variable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
            sockets.AddRange([Path.Combine(runtime, "docker.sock"), Path.Combine(runtime, "podman", "podman.sock")]);
        sockets.Add(environment.PodmanSocket);
        return new EngineSearch([.. sockets.Select(EngineAddress.OfSocket)], null);
    }

    private static EngineSearch Only(EngineAddress address, string because, EngineEnvironment environment) =>
        environment.Variable("DOCKER_TLS_VERIFY") is { Length: > 0 } && address.ToString().StartsWith("tcp:", StringComparison.Ordinal)
            ? throw new ContainerException(
                $"DOCKER_TLS_VERIFY asks for TLS to the container engine at {address}, which the suite does not support",
                "forward its socket with \"ssh -L\", and set DOCKER_HOST to that.")
            : new EngineSearch([address], because);

    private static string? CurrentContext(string folder) => TextAt(Path.Combine(folder, "config.json"), "currentContext");

    private static string? AddressOfContext(string folder, string context)
    {
        var contexts = Path.Combine(folder, "contexts", "meta");
        return Directory.Exists(contexts)
            ? Directory.EnumerateDirectories(contexts)
                .Select(each => Path.Combine(each, "meta.json"))
                .Where(file => TextAt(file, "Name") == context)
                .Select(file => TextAt(file, "Endpoints", "docker", "Host"))
                .FirstOrDefault(address => address is { Length: > 0 })
            : null;
    }

    private static string? TextAt(string file, params string[] members)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            var node = JsonNode.Parse(File.ReadAllText(file));
            foreach (var member in members)
                node = (node as JsonObject)?[member];
            return node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ContainerException(
                new Problem($"Docker's configuration {file} cannot be read")
                {
                    Why = OneLine.Of(exception.Message),
                    NextStep = "correct it, or set DOCKER_HOST.",
                },
                exception);
        }
    }
}
