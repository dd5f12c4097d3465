using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Tests.Profiles;

/// <summary>A target whose homeservers start when the test lets them, and that notes what happens to them.</summary>
internal sealed class StagedSource : IProfileSource
{
    private readonly List<string> _journal = [];

    public StagedSource(params (string Name, Need[] Offers)[] profiles) =>
        Profiles =
            [.. profiles.Select(profile => new Profile(profile.Name, profile.Offers.ToHashSet(), () => new Staged(this, profile.Name)))];

    public string Name => "staged";

    public IReadOnlyList<Profile> Profiles { get; }

    public bool StartsServers { get; init; } = true;

    /// <summary>What the start of a homeserver waits for.</summary>
    public Func<string, Task> Gate { get; init; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Journal
    {
        get
        {
            lock (_journal)
            {
                return [.. _journal];
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        Note("source disposed");
        return ValueTask.CompletedTask;
    }

    private void Note(string what)
    {
        lock (_journal)
        {
            _journal.Add(what);
        }
    }

    private sealed class Staged(StagedSource source, string name) : IHomeserver, IHomeserverLog
    {
        public async Task<Target> StartAsync(CancellationToken cancellationToken)
        {
            source.Note($"{name} starts");
            await source.Gate(name).WaitAsync(cancellationToken);
            source.Note($"{name} is ready");
            return new Target
            {
                Name = name,
                BaseUrl = new Uri("http://localhost:1"),
                SpecVersion = Specification.Embedded.Max(),
                Offers = new HashSet<Need>()
            };
        }

        public Task<string> LogsAsync(CancellationToken cancellationToken) => Task.FromResult($"log of {name}");

        public ValueTask DisposeAsync()
        {
            source.Note($"{name} disposed");
            return ValueTask.CompletedTask;
        }
    }
}
