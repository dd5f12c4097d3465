using System.Text.Json;

namespace Conformance.Steps.Calls;

/// <summary>How operations are called properly, once for every check that is made of many operations.</summary>
public static class ProperCalls
{
    private const string Resource = "Calls/proper-calls.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<IReadOnlyList<ProperCall>> Read = new(() =>
    {
        using var stream = typeof(ProperCalls).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<List<ProperCall>>(stream, Options)!;
    });

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<ProperCall> All => Read.Value;

    /// <summary>The proper call of an operation. Where the file has none, Alice calls it with no more than its schema requires.</summary>
    public static ProperCall Of(string operation) =>
        All.FirstOrDefault(call => call.Operation == operation) ?? new ProperCall(operation, "Alice", []);
}
