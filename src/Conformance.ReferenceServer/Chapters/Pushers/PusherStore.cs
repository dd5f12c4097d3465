using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>The pushers of the users ("Push Notifications" of the client-server API).</summary>
internal sealed class PusherStore(PusherRules rules)
{
    private readonly Lock _lock = new();
    private readonly List<Pusher> _pushers = [];

    /// <summary>The pushers of a user, the oldest first.</summary>
    public IReadOnlyList<Pusher> Of(Account owner)
    {
        lock (_lock)
        {
            _pushers.RemoveAll(pusher => pusher.UserId == owner.UserId && !Lives(owner, pusher) && rules.EndWithTheirSession);
            return [.. _pushers.Where(pusher => pusher.UserId == owner.UserId)];
        }
    }

    /// <summary>Sets a pusher. A user has one pusher for each application and key.</summary>
    /// <param name="pusher">The pusher.</param>
    /// <param name="append">Whether other users keep theirs of the same application and key.</param>
    public void Set(Pusher pusher, bool append)
    {
        lock (_lock)
        {
            _pushers.RemoveAll(known =>
                known.AppId == pusher.AppId && known.PushKey == pusher.PushKey && (!append || known.UserId == pusher.UserId));
            _pushers.Add(pusher);
        }
    }

    /// <summary>Removes a pusher, if it exists.</summary>
    public void Remove(string userId, string appId, string pushKey)
    {
        lock (_lock)
        {
            _pushers.RemoveAll(pusher => pusher.UserId == userId && pusher.AppId == appId && pusher.PushKey == pushKey);
        }
    }

    /// <summary>Whether the device that set a pusher is still there. A later device with the same ID is another one.</summary>
    private static bool Lives(Account owner, Pusher pusher) =>
        pusher.Device is not { } device || ReferenceEquals(owner.Devices.GetValueOrDefault(device.Id), device);
}
