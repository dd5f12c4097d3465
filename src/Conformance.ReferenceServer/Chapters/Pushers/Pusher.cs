using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>Where notifications of a user go. No notification is ever sent: there is nothing to notify of.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Device">The device that set it, with which it goes; null for one that an application service set without a device.</param>
/// <param name="AppId">The application.</param>
/// <param name="PushKey">What tells it from others of the application.</param>
/// <param name="Json">What <c>GET /pushers</c> says of it.</param>
internal sealed record Pusher(string UserId, Device? Device, string AppId, string PushKey, JsonObject Json);
