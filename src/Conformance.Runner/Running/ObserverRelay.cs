using System.Threading.Channels;
using Conformance.Runner.Features;
using Conformance.Runner.Results;

namespace Conformance.Runner.Running;

/// <summary>Tells observers of events one at a time, in order, without making the scenarios wait.</summary>
internal sealed class ObserverRelay
{
    private readonly Channel<Action<IRunObserver>> _events =
        Channel.CreateUnbounded<Action<IRunObserver>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<IRunObserver> _observers;
    private readonly Task _delivery;

    public ObserverRelay(IEnumerable<IRunObserver> observers)
    {
        _observers = [.. observers];
        _delivery = Task.Run(DeliverAsync);
    }

    /// <summary>What observers threw. An observer that threw gets no more events. Read it after <see cref="CompleteAsync"/>.</summary>
    public List<(string Observer, Exception Exception)> Failures { get; } = [];

    public void RunStarted(int scenarios) => Post(observer => observer.RunStarted(scenarios));

    public void ScenarioStarted(Scenario scenario) => Post(observer => observer.ScenarioStarted(scenario));

    public void ScenarioPutOff(ScenarioResult result) => Post(observer => observer.ScenarioPutOff(result));

    public void ScenarioFinished(ScenarioResult result) => Post(observer => observer.ScenarioFinished(result));

    public void RunFinished(TimeSpan elapsed) => Post(observer => observer.RunFinished(elapsed));

    /// <summary>Ends when the observers have been told everything.</summary>
    public Task CompleteAsync()
    {
        _events.Writer.TryComplete();
        return _delivery;
    }

    private void Post(Action<IRunObserver> tell) => _events.Writer.TryWrite(tell);

    private async Task DeliverAsync()
    {
        await foreach (var tell in _events.Reader.ReadAllAsync())
        {
            foreach (var observer in _observers.ToList())
            {
                try
                {
                    tell(observer);
                }
                catch (Exception exception)
                {
                    _observers.Remove(observer);
                    Failures.Add((observer.GetType().Name, exception));
                }
            }
        }
    }
}
