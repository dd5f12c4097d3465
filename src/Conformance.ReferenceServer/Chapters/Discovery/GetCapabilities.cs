using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Discovery;

/// <summary>Tells what this user can do here ("Capabilities negotiation" of the client-server API).</summary>
internal sealed class GetCapabilities(IdentifierPolicy identifiers) : SimpleOperation("getCapabilities")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        // The changes all need a stage that the user can pass.
        var canAuthenticate = call.RequiredCaller.Account.CanAuthenticate;
        return Reply.Ok(new JsonObject
        {
            // Rooms are not served, so m.room_versions is absent. Nor are profiles, so their fields cannot be set.
            ["capabilities"] = new JsonObject
            {
                ["m.change_password"] = Enabled(canAuthenticate),
                ["m.get_login_token"] = Enabled(canAuthenticate),
                ["m.3pid_changes"] = Enabled(canAuthenticate && identifiers.AllowsAdditions),
                ["m.profile_fields"] = Enabled(false),
                ["m.set_displayname"] = Enabled(false),
                ["m.set_avatar_url"] = Enabled(false),
            },
        });
    }

    private static JsonObject Enabled(bool enabled) => new() { ["enabled"] = enabled };
}
