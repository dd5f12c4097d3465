using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>A specification as the engine wants it.</summary>
internal static class CreateBody
{
    private const string Loopback = "127.0.0.1";

    public static JsonObject Of(ContainerSpecification specification, JsonObject labels)
    {
        var exposed = new JsonObject();
        var bindings = new JsonObject();
        foreach (var port in specification.Ports)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{port.ContainerPort}/tcp");
            exposed[name] = new JsonObject();
            bindings[name] = new JsonArray(new JsonObject { ["HostIp"] = Loopback, ["HostPort"] = port.HostPort.ToString(CultureInfo.InvariantCulture) });
        }

        var body = new JsonObject
        {
            ["Image"] = specification.Image,
            ["Env"] = List(specification.Environment.Select(variable => $"{variable.Key}={variable.Value}")),
            ["Labels"] = labels,
            ["ExposedPorts"] = exposed,
            ["HostConfig"] = new JsonObject
            {
                ["PortBindings"] = bindings,
                // Docker Desktop knows the name of itself; elsewhere the engine has to be told.
                ["ExtraHosts"] = List(["host.docker.internal:host-gateway"]),
            },
        };
        if (specification.Entrypoint is { } entrypoint)
            body["Entrypoint"] = List(entrypoint);
        if (specification.Command.Count > 0)
            body["Cmd"] = List(specification.Command);
        if (specification.User is { } user)
            body["User"] = user;
        return body;
    }

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
