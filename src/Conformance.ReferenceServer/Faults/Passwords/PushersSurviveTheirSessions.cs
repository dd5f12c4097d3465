using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Push;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-12.</summary>
internal sealed class PushersSurviveTheirSessions()
    : PartFault<PusherStore, PushersSurviveTheirSessions.Faulty>("PWD-12", "The pushers of sessions that a change of password ends are kept.")
{
    internal sealed class Faulty : PusherStore
    {
        protected override bool Lives(Account owner, Pusher pusher) => true;
    }
}
