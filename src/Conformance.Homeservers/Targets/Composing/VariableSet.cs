using System.Security.Cryptography;
using Conformance.Homeservers.Profiles;

namespace Conformance.Homeservers.Targets.Composing;

/// <summary>The values of variables for one start of a homeserver. Secrets are made when they are first asked for.</summary>
/// <param name="values">The values of all other variables.</param>
internal sealed class VariableSet(IReadOnlyDictionary<string, string> values)
{
    private const int KeyBytes = 32;

    private Dictionary<string, string> _made = new(StringComparer.Ordinal);

    /// <summary>The secret values.</summary>
    public IEnumerable<string> Secrets =>
        [.. _made.Values,
            .. values.Where(value => value.Key.EndsWith("token", StringComparison.Ordinal)
                || value.Key.EndsWith("secret", StringComparison.Ordinal)).Select(value => value.Value)];

    /// <summary>These variables and others. Secrets that either set makes are in both.</summary>
    public VariableSet With(IReadOnlyDictionary<string, string> others)
    {
        var merged = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var (name, value) in others)
            merged[name] = value;
        return new VariableSet(merged) { _made = _made };
    }

    /// <summary>A variable's value.</summary>
    /// <exception cref="TargetException">It has none.</exception>
    public string this[string name]
    {
        get
        {
            if (values.TryGetValue(name, out var value) || _made.TryGetValue(name, out value))
                return value;
            if (VariableNames.IsOfFamily(name, VariableNames.SecretPrefix))
                return _made[name] = RandomNumberGenerator.GetHexString(KeyBytes, lowercase: true);
            if (VariableNames.IsOfFamily(name, VariableNames.KeyPrefix))
                return _made[name] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)).TrimEnd('=');
            throw new TargetException(
                $"the target file uses {{{{{name}}}}}, which has no value here",
                name == VariableNames.Tree ? "give the folder of the unpacked tree with --tree." : "write the value itself.");
        }
    }
}
