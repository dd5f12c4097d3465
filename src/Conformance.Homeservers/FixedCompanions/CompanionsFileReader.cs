using System.Globalization;
using System.Net;
using Conformance.Companions;
using Conformance.Spec;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.FixedCompanions;

/// <summary>Reads a file that describes companions, strictly: a misspelt member would do nothing, unnoticed.</summary>
internal sealed class CompanionsFileReader
{
    private const int LargestPort = 65535;
    private static readonly string[] Members =
        ["address", "host", "http-port", "mail-port", "offers", "user-prefix", "shared-prefix", "secrets"];

    private readonly List<Problem> _problems = [];

    private CompanionsFileReader()
    {
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="CompanionsFileException">It says something else; the message has one line for each error, and no
    /// secret.</exception>
    public static CompanionsFile Read(string file, string text)
    {
        var errors = new List<SpecError>();
        var root = YamlReader.Read(file, text, errors, []);
        if (root is not SourceMap map)
        {
            // The parser's own message may quote the file, secrets included.
            var line = errors is [var error, ..] ? error.Line : root?.Line ?? 1;
            throw new CompanionsFileException(
            [
                new Problem("this is not a map of YAML")
                {
                    NextStep = "correct the line, or the one above, or let \"companions\" write a new file",
                    Place = ErrorPlace.InFile(file, Math.Max(1, line)),
                },
            ]);
        }

        var reader = new CompanionsFileReader();
        var read = reader.Read(map);
        return reader._problems.Count == 0 ? read : throw new CompanionsFileException(reader._problems);
    }

    private CompanionsFile Read(SourceMap map)
    {
        Known(map, Members);
        var usual = new CompanionsFile();
        return usual with
        {
            Address = Address(map["address"]) ?? usual.Address,
            Host = Text(map, "host") ?? usual.Host,
            HttpPort = Port(map["http-port"]) ?? usual.HttpPort,
            MailPort = Port(map["mail-port"]) ?? usual.MailPort,
            Offers = Offers(map["offers"]) ?? usual.Offers,
            UserPrefix = Text(map, "user-prefix") ?? usual.UserPrefix,
            SharedPrefix = Text(map, "shared-prefix"),
            Secrets = Secrets(map),
        };
    }

    // All of them: one that is missing would be another at each run.
    private CompanionSecrets Secrets(SourceMap root)
    {
        if (root["secrets"] is not SourceMap map)
        {
            Add(root["secrets"] ?? root, $"secrets must be a map of {string.Join(", ", CompanionsFileText.Secrets)}");
            return new CompanionSecrets();
        }

        Known(map, CompanionsFileText.Secrets);
        foreach (var missing in CompanionsFileText.Secrets.Where(name => map[name] is null))
            Add(map, $"the secret {missing} is missing");
        return new CompanionSecrets
        {
            CaptchaSiteKey = Text(map, "captcha.public-key") ?? "",
            CaptchaSecret = Text(map, "captcha.secret") ?? "",
            OpenIdClientSecret = Text(map, "oidc.client-secret") ?? "",
            ApplicationServiceToken = Text(map, "appservice.as-token") ?? "",
            HomeserverToken = Text(map, "appservice.hs-token") ?? "",
        };
    }

    private List<Need>? Offers(SourceNode? node)
    {
        if (node is null)
            return null;
        var offers = new List<Need>();
        foreach (var item in (node as SourceList)?.Items ?? [node])
        {
            if (item is SourceScalar scalar && CompanionsFile.Possible.FirstOrDefault(need => need.Name == scalar.Text) is { } offer)
                offers.Add(offer);
            else
                Add(item, $"an offer is one of {string.Join(", ", CompanionsFile.Possible)}");
        }

        return offers;
    }

    private IPAddress? Address(SourceNode? node)
    {
        if (node is null)
            return null;
        if (node is SourceScalar scalar && IPAddress.TryParse(scalar.Text, out var address))
            return address;
        Add(node, "address must be an IP address, e.g. 127.0.0.1 or 0.0.0.0");
        return null;
    }

    private int? Port(SourceNode? node)
    {
        if (node is null)
            return null;
        if (node is SourceScalar scalar && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= LargestPort)
        {
            return port;
        }

        Add(node, $"a port must be a whole number from 1 to {LargestPort}");
        return null;
    }

    private string? Text(SourceMap map, string name)
    {
        if (map[name] is not { } node)
            return null;
        if (node is SourceScalar { IsNull: false, Text.Length: > 0 } scalar)
            return scalar.Text;
        Add(node, $"{name} must be a text");
        return null;
    }

    private void Known(SourceMap map, IReadOnlyList<string> names)
    {
        foreach (var member in map.Members.Where(member => !names.Contains(member.Name, StringComparer.Ordinal)))
        {
            var near = Nearest.Find(member.Name, names);
            Add(member.Key, $"unknown member \"{member.Name}\"; {(near.Count > 0 ? $"did you mean {near[0]}?" : $"possible are {string.Join(", ", names)}")}");
        }
    }

    private void Add(SourceNode node, string what) =>
        _problems.Add(new Problem(what) { Place = ErrorPlace.InFile(node.File, Math.Max(1, node.Line)) });
}
