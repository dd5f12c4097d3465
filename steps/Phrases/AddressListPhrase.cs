using System.Text.RegularExpressions;

namespace Conformance.Steps.Phrases;

/// <summary>Email addresses and telephone numbers as a feature lists them: <c>"{Alice.email}" and "{Alice.phone}"</c>.</summary>
/// <param name="Addresses">The addresses in the order of the feature, <c>{name}</c> not yet filled in.</param>
public sealed partial record AddressListPhrase(IReadOnlyList<string> Addresses)
{
    /// <summary>The form of a list of addresses, for step expressions.</summary>
    public const string Pattern = """(".*")""";

    /// <summary>Reads the form of <see cref="Pattern"/>.</summary>
    public static AddressListPhrase Parse(string text) => new([.. Quoted().Matches(text).Select(match => match.Groups[1].Value)]);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
