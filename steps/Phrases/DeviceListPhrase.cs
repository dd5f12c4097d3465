using System.Text.RegularExpressions;

namespace Conformance.Steps.Phrases;

/// <summary>Devices as a feature lists them: <c>"PHONE", "LAPTOP" and "TABLET"</c>.</summary>
/// <param name="DeviceIds">Their ids, in the order of the feature.</param>
public sealed partial record DeviceListPhrase(IReadOnlyList<string> DeviceIds)
{
    /// <summary>The form of a list of devices, for step expressions.</summary>
    public const string Pattern = """(".*")""";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    /// <param name="text">The devices as in the feature.</param>
    /// <param name="fillIn">Fills in <c>{name}</c> of one id.</param>
    public static DeviceListPhrase Parse(string text, Func<string, string> fillIn) =>
        new([.. Quoted().Matches(text).Select(match => fillIn(match.Groups[1].Value))]);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
