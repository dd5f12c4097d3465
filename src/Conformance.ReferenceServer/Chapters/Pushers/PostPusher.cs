using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>Sets a pusher of the user, or removes it.</summary>
internal sealed class PostPusher(PusherStore pushers) : SimpleOperation("postPusher")
{
    private const string HttpKind = "http";
    private const string NotifyPath = "/_matrix/push/v1/notify";

    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        var body = call.Body;
        var (appId, pushKey) = (body.RequiredString("app_id"), body.RequiredString("pushkey"));
        if (!body.Has("kind"))
        {
            throw MatrixException.Missing("kind");
        }

        if (body.Element.GetProperty("kind").ValueKind == JsonValueKind.Null)
        {
            pushers.Remove(caller.Account.UserId, appId, pushKey);
        }
        else
        {
            var device = caller.DeviceId is { } id ? caller.Account.Devices.GetValueOrDefault(id) : null;
            pushers.Set(new Pusher(caller.Account.UserId, device, appId, pushKey, Read(body)), body.Boolean("append") ?? false);
        }

        return Reply.Done();
    }

    private static JsonObject Read(RequestObject body)
    {
        var kind = body.RequiredString("kind");
        var data = body.RequiredObject("data");
        if (kind != HttpKind)
        {
            throw MatrixException.InvalidParam("\"kind\" must be \"http\" or null.");
        }

        if (!Uri.TryCreate(data.RequiredString("url"), UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps
            || url.AbsolutePath != NotifyPath)
        {
            throw MatrixException.InvalidParam($"\"data.url\" must be an HTTPS URL with the path {NotifyPath}.");
        }

        var json = new JsonObject { ["kind"] = kind, ["data"] = JsonNode.Parse(data.Element.GetRawText()) };
        foreach (var name in (string[])["app_id", "pushkey", "app_display_name", "device_display_name", "lang"])
        {
            json[name] = body.RequiredString(name);
        }

        if (body.String("profile_tag") is { } tag)
        {
            json["profile_tag"] = tag;
        }

        return json;
    }
}
