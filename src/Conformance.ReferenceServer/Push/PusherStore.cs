using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Push;

/// <summary>The pushers of the users ("Push Notifications" of the client-server API).</summary>
internal class PusherStore
{
    private readonly Lock _lock = new();
    private readonly List<Pusher> _pushers = [];

    /// <summary>The pushers of a user, the oldest first.</summary>
    public virtual IReadOnlyList<Pusher> Of(Account owner)
    {
        lock (_lock)
        {
            _pushers.RemoveAll(pusher => pusher.UserId == owner.UserId && !Lives(owner, pusher));
            return [.. _pushers.Where(pusher => pusher.UserId == owner.UserId)];
        }
    }

    /// <summary>Sets a pusher: of one application and key, a user has one.</summary>
    /// <param name="pusher">The pusher.</param>
    /// <param name="append">Whether other users keep theirs of the same application and key.</param>
    public virtual void Set(Pusher pusher, bool append)
    {
        lock (_lock)
        {
            _pushers.RemoveAll(known => known.AppId == pusher.AppId && known.PushKey == pusher.PushKey && (!append || known.UserId == pusher.UserId));
            _pushers.Add(pusher);
        }
    }

    /// <summary>Removes a pusher; one that is not there is no error.</summary>
    public virtual void Remove(string userId, string appId, string pushKey)
    {
        lock (_lock)
        {
            _pushers.RemoveAll(pusher => pusher.UserId == userId && pusher.AppId == appId && pusher.PushKey == pushKey);
        }
    }

    /// <summary>Whether the device that set a pusher is still there. One of the same ID that came later is another.</summary>
    protected virtual bool Lives(Account owner, Pusher pusher) =>
        pusher.Device is not { } device || ReferenceEquals(owner.Devices.GetValueOrDefault(device.Id), device);
}
