namespace Conformance.ReferenceServer.Faults;

/// <summary>Every fault that can be switched on.</summary>
public static class FaultCatalogue
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. typeof(FaultCatalogue).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Fault)) && !type.IsAbstract)
            .Select(type => (Fault)Activator.CreateInstance(type)!)
            .OrderBy(fault => fault.Name, StringComparer.Ordinal),
    ];

    /// <summary>The faults of these names.</summary>
    /// <exception cref="ReferenceServerException">There is none of a name; the message lists those there are.</exception>
    public static IReadOnlyList<Fault> Find(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Select(name => All.FirstOrDefault(fault => fault.Name == name) ?? throw Unknown(name))];

    private static ReferenceServerException Unknown(string name) =>
        new($"There is no fault \"{name}\". Choose from: {string.Join(", ", All.Select(fault => fault.Name))}.");
}
