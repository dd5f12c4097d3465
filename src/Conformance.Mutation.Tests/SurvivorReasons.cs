using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Conformance.Mutation.Tests;

/// <summary>Why no fault turns the scenarios of some requirements red, as <c>survivors.yaml</c> has it.</summary>
internal sealed class SurvivorReasons
{
    /// <summary>The requirements.</summary>
    public List<string> Requirements { get; set; } = [];

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SurvivorReasons> Load()
    {
        using var file = new StreamReader(typeof(SurvivorReasons).Assembly.GetManifestResourceStream("survivors.yaml")!);
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return reader.Deserialize<List<SurvivorReasons>?>(file) ?? [];
    }
}
