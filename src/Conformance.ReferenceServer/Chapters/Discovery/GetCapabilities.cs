using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Discovery;

/// <summary>What this user can do here ("Capabilities negotiation" of the client-server API).</summary>
internal sealed class GetCapabilities(IdentifierPolicy identifiers) : SimpleOperation("getCapabilities")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        // All need a stage that the user can pass.
        var canAuthenticate = call.RequiredCaller.Account.CanAuthenticate;
        return Reply.Ok(new JsonObject
        {
            // Rooms are not served, so that there is no m.room_versions; and no profiles, so that their fields cannot be set.
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
