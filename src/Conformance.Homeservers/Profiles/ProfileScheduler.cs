using System.Collections.Concurrent;
using System.Diagnostics;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Targets;
using Conformance.Spec;

namespace Conformance.Homeservers.Profiles;

/// <summary>
/// Starts the profiles that scenarios need, each once, one after another in the background, and gives every scenario the first that meets
/// its needs. Safe to use from many scenarios at once.
/// </summary>
/// <remarks>
/// The start of a homeserver keeps a processor busy. If all started together, all would be ready only when the last one is.
/// </remarks>
public sealed class ProfileScheduler : IAsyncDisposable
{
    private const int MostRestarts = 5;

    private readonly IProfileSource _source;
    private readonly Func<Target, TestRun> _begin;
    private readonly long _made = Stopwatch.GetTimestamp();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _death = new();
    private readonly ServerPulse _pulse;
    private readonly ConcurrentDictionary<string, Lazy<Task<TestRun>>> _runs;
    private readonly ConcurrentDictionary<TestRun, Lazy<Task<bool>>> _examined = new();
    private readonly ConcurrentQueue<TestRun> _retired = new();
    private readonly ConcurrentQueue<ServerDeath> _deaths = new();
    private readonly ConcurrentQueue<ServerLogText> _lastWords = new();
    private readonly ConcurrentQueue<ProfileStart> _starts = new();
    private Profile? _first;
    private readonly ConcurrentDictionary<string, IHomeserver> _homeservers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IHomeserver, Uri> _addresses = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes a scheduler; nothing is started yet.</summary>
    /// <param name="source">The target. Disposed with the scheduler.</param>
    /// <param name="profiles">Those of its profiles that may be used, in the order of preference.</param>
    /// <param name="begin">Makes the run of a profile that has started. Disposed with the scheduler.</param>
    /// <param name="time">The clock that decides when a homeserver has died; null for the system's.</param>
    /// <exception cref="ArgumentException">There is no profile, or two have the same name.</exception>
    public ProfileScheduler(IProfileSource source, IReadOnlyList<Profile> profiles, Func<Target, TestRun> begin, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentOutOfRangeException.ThrowIfZero(profiles.Count);
        _source = source;
        _begin = begin;
        _pulse = new ServerPulse(time ?? TimeProvider.System);
        _runs = new(
            profiles.ToDictionary(profile => profile.Name, profile => new Lazy<Task<TestRun>>(() => StartAsync(profile))),
            StringComparer.Ordinal);
        Profiles = profiles;
    }

    /// <summary>The profiles that may be used, in the order of preference.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>The starts that have ended, well or not, in their order.</summary>
    public IReadOnlyList<ProfileStart> Starts => [.. _starts];

    /// <summary>The homeservers that died, in the order of their deaths.</summary>
    public IReadOnlyList<ServerDeath> Deaths => [.. _deaths];

    /// <summary>Cancelled when a homeserver has died that the suite cannot restart: the run is over.</summary>
    public CancellationToken Died => _death.Token;

    /// <summary>The first profile that meets all needs; else the first of those that lack the fewest, which is not worth a start.</summary>
    /// <param name="needs">The needs of a scenario.</param>
    /// <param name="unmet">The needs that the profile lacks; empty if it meets them as far as is known before it is started.</param>
    public Profile Choose(IReadOnlyCollection<Need> needs, out IReadOnlyList<Need> unmet)
    {
        var (profile, lacks) = Profiles.Select(profile => (Profile: profile, Lacks: profile.Lacks(needs)))
            .MinBy(candidate => candidate.Lacks.Count);
        unmet = lacks;
        return profile;
    }

    /// <summary>The first profile that was started, if it meets all needs by what its homeserver was found to offer and the target does not
    /// deny; else null. Waits for its start.</summary>
    /// <param name="needs">The needs of a scenario, which no profile is known to meet.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="TargetException">The homeserver does not start, or cannot be tested.</exception>
    public async Task<Profile?> FindAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(needs);
        if (_first is not { Offers: not null } profile || needs.Any(profile.Denies.Contains))
            return null;
        var run = await RunAsync(profile, cancellationToken);
        return run.Target.Lacks(needs).Any() ? null : profile;
    }

    /// <summary>Begins to start profiles, in this order, without waiting for them.</summary>
    public void StartInBackground(IEnumerable<Profile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        foreach (var profile in profiles)
        {
            _first ??= profile;
            _ = _runs[profile.Name].Value;
        }
    }

    /// <summary>The run of a profile; starts the profile unless that has begun.</summary>
    /// <param name="profile">One of <see cref="Profiles"/>.</param>
    /// <param name="cancellationToken">Cancels the wait, not the start.</param>
    /// <exception cref="TargetException">The homeserver does not start, or cannot be tested.</exception>
    public Task<TestRun> RunAsync(Profile profile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return _runs[profile.Name].Value.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Finds out whether a homeserver that broke a connection has died. If so, the suite restarts the homeserver if it started it;
    /// otherwise <see cref="Died"/> is cancelled.
    /// </summary>
    /// <param name="profile">Its profile.</param>
    /// <param name="run">The run on it.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<bool> HasDiedAsync(string profile, TestRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var isDead = await _examined.GetOrAdd(run, _ => new(() => ExamineAsync(profile, run))).Value.WaitAsync(cancellationToken);

        // The next broken connection is another matter.
        if (!isDead)
            _examined.TryRemove(run, out _);
        return isDead;
    }

    /// <summary>The logs of the homeservers that keep one, by profile; those of one that has died come first.</summary>
    public async Task<IReadOnlyList<ServerLogText>> LogsAsync(CancellationToken cancellationToken)
    {
        List<ServerLogText> logs = [.. _lastWords];
        foreach (var (profile, homeserver) in _homeservers)
        {
            if (homeserver is IHomeserverLog log)
                logs.Add(new(profile, _addresses.GetValueOrDefault(homeserver), await log.LogsAsync(cancellationToken)));
        }

        return [.. logs.OrderBy(log => log.Profile, StringComparer.Ordinal)];
    }

    /// <summary>The homeservers that stay when the run has ended, by profile.</summary>
    public async Task<IReadOnlyDictionary<string, KeptHomeserver>> KeptAsync(CancellationToken cancellationToken)
    {
        var all = new SortedDictionary<string, KeptHomeserver>(StringComparer.Ordinal);
        foreach (var (profile, homeserver) in _homeservers)
        {
            if (homeserver is IKeptHomeserver keeper && await keeper.KeptAsync(cancellationToken) is { } kept)
                all[profile] = kept;
        }

        return all;
    }

    /// <summary>Ends the runs, stops what was started, and disposes of the source.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var run in _runs.Values.Where(run => run.IsValueCreated))
        {
            await run.Value.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (run.Value.IsCompletedSuccessfully)
                await (await run.Value).DisposeAsync();
        }

        foreach (var retired in _retired)
            await retired.DisposeAsync();
        await Task.WhenAll(_homeservers.Values.Select(homeserver => homeserver.DisposeAsync().AsTask()));
        await _source.DisposeAsync();
        _turn.Dispose();
        _death.Dispose();
        _end.Dispose();
    }

    private async Task<bool> ExamineAsync(string name, TestRun run)
    {
        if (!await _pulse.IsDeadAsync(run, _end.Token))
        {
            run.ForgetBrokenOff();
            return false;
        }

        // One that dies again and again does not really come up.
        var isRestarted = _source.StartsServers && _deaths.Count(death => death.Profile == name) < MostRestarts;
        _deaths.Enqueue(new ServerDeath(name, run.BrokenOff, isRestarted));
        if (!isRestarted)
        {
            await _death.CancelAsync();
            return true;
        }

        _retired.Enqueue(run);
        var profile = Profiles.First(candidate => candidate.Name == name);
        var again = new Lazy<Task<TestRun>>(() => StartAgainAsync(profile));
        _runs[name] = again;
        _ = again.Value;
        return true;
    }

    private async Task<TestRun> StartAgainAsync(Profile profile)
    {
        await Task.Yield();
        if (_homeservers.TryRemove(profile.Name, out var dead))
        {
            if (dead is IHomeserverLog log)
                _lastWords.Enqueue(new(profile.Name, _addresses.GetValueOrDefault(dead), await log.LogsAsync(_end.Token)));
            await dead.DisposeAsync();
        }

        return await StartAsync(profile, isAgain: true);
    }

    private async Task<TestRun> StartAsync(Profile profile, bool isAgain = false)
    {
        // The caller's thread takes the turns, so that they come in the order of the calls. Everything else happens off that thread, since
        // making a homeserver may take a while itself.
        var turn = _turn.WaitAsync(_end.Token);
        await Task.Yield();
        await turn;
        var started = Stopwatch.GetTimestamp();
        try
        {
            // The turn may come at the moment when everything ends.
            _end.Token.ThrowIfCancellationRequested();
            var homeserver = profile.Create();
            _homeservers[profile.Name] = homeserver;
            var target = await homeserver.StartAsync(_end.Token);
            _addresses[homeserver] = target.BaseUrl;
            if (!isAgain)
            {
                _starts.Enqueue(
                    new ProfileStart(profile, target, null, Stopwatch.GetElapsedTime(started), Stopwatch.GetElapsedTime(_made)));
            }

            return _begin(target);
        }
        catch (TargetException failure)
        {
            _starts.Enqueue(
                new ProfileStart(profile, null, failure.Message, Stopwatch.GetElapsedTime(started), Stopwatch.GetElapsedTime(_made)));
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }
}
