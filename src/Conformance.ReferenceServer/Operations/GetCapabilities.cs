using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>What this user can do here ("Capabilities negotiation" of the client-server API).</summary>
internal class GetCapabilities() : SimpleOperation("getCapabilities")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        // Both need the password stage, which nobody without a password can pass.
        var hasPassword = call.RequiredCaller.Account.Password is not null;
        return Reply.Ok(new JsonObject
        {
            // Rooms are not served, so that there is no m.room_versions; and no profiles, so that their fields cannot be set.
            ["capabilities"] = new JsonObject
            {
                ["m.change_password"] = Enabled(hasPassword),
                ["m.get_login_token"] = Enabled(hasPassword),
                ["m.3pid_changes"] = Enabled(false),
                ["m.profile_fields"] = Enabled(false),
                ["m.set_displayname"] = Enabled(false),
                ["m.set_avatar_url"] = Enabled(false),
            },
        });
    }

    private static JsonObject Enabled(bool enabled) => new() { ["enabled"] = enabled };
}
