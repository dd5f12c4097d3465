using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>The place where a user's notifications go. None is ever sent: nothing here causes one.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Device">The device that set it, with which it is deleted; null if an application service set it without a device.</param>
/// <param name="AppId">The application.</param>
/// <param name="PushKey">Tells it from other pushers of the application.</param>
/// <param name="Json">What <c>GET /pushers</c> says about it.</param>
internal sealed record Pusher(string UserId, Device? Device, string AppId, string PushKey, JsonObject Json);
