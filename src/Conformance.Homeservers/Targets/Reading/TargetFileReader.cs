using System.Text.Json.Nodes;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Homeservers.Targets.Description;
using Conformance.Spec;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Reads a target file strictly: an unknown member is an error, since a misspelt one would do nothing, unnoticed.</summary>
/// <param name="folder">Where the file lies.</param>
/// <param name="environment">Reads a variable of the suite's environment; null where it is not set.</param>
internal sealed class TargetFileReader(ITargetFolder folder, Func<string, string?> environment)
{
    private const double UsualSeconds = 60;

    private readonly Problems _problems = new();
    private readonly EnvironmentReferences _environment = new(environment);

    /// <summary>The target that the file describes.</summary>
    /// <exception cref="TargetFileException">The file describes no target; the message has one line for each error.</exception>
    public TargetFile Read()
    {
        var errors = new List<SpecError>();
        var notices = new List<SourceNotice>();
        var source = YamlReader.Read(folder.File, folder.Text, errors, notices);
        if (source is null)
        {
            // The parser's own message may quote the file, secrets included.
            var failure = errors[0];
            _problems.Add(folder.File, failure.Line, failure.Line == 0
                ? "the file is empty; see docs/target-file.md for what belongs in it"
                : FormattableString.Invariant($"this is not valid YAML, from column {failure.Column}; correct the line, or the one above"));
            _problems.ThrowIfAny();
        }

        var json = YamlJson.Convert(source!, errors);
        foreach (var error in errors)
            _problems.Add(error.File, error.Line, error.Message);
        foreach (var twice in notices.Where(notice => notice.IsDuplicateKey))
            _problems.Add(twice.Error.File, twice.Error.Line, twice.Error.Message);
        TargetFileSchema.Check(source!, json, _problems);
        if (source is SourceMap map)
            new TargetFileChecks(folder, _environment, _problems).Check(map);
        _problems.ThrowIfAny();
        return Build((JsonObject)_environment.Resolve(json)!, (SourceMap)source!);
    }

    private TargetFile Build(JsonObject root, SourceMap source)
    {
        return new TargetFile
        {
            Name = Text(root, "name")!,
            Verified = VersionMembers.Verified(root),
            Images = root["image"] is JsonArray ? List(root, "image")! : Text(root, "image") is { } image ? [image] : [],
            Tree = root["tree"] is JsonObject tree
                ? new TreeStart { Folder = Text(tree, "folder"), Command = List(tree, "command")!, Environment = Map(tree["environment"]) }
                : null,
            Url = Text(root, "url") is { } url ? new Uri(url) : null,
            DataFolder = Text(root, "data") ?? "/data",
            User = Text(root, "user"),
            Entrypoint = List(root, "entrypoint"),
            Port = root["port"]?.GetValue<int>(),
            ServerName = Text(root, "server-name") ?? "localhost",
            ReadyWithin = TimeSpan.FromSeconds(root["ready-within"]?.GetValue<double>() ?? UsualSeconds),
            SpecVersion = Text(root, "spec-version") is { } version && SpecVersion.TryParse(version, out var parsed) ? parsed : null,
            Version = VersionMembers.Source(root),
            Profiles = Profiles(root, source),
        };
    }

    private List<TargetProfile> Profiles(JsonObject root, SourceMap source)
    {
        var ground = Layer(root, source);
        var parts = (root["parts"] as JsonObject)?.ToDictionary(part => part.Key,
            part => Layer((JsonObject)part.Value!, (SourceMap)((SourceMap)source["parts"]!)[part.Key]!), StringComparer.Ordinal);
        if (root["profiles"] is not JsonArray list)
            return [ground.ToProfile("default")];
        var profiles = new List<TargetProfile>();
        foreach (var (profile, node) in list.Zip(((SourceList)source["profiles"]!).Items))
        {
            var layer = (List(profile!, "with") ?? []).Aggregate(ground, (below, part) => below.With(parts![part]));
            profiles.Add(layer.With(Layer((JsonObject)profile!, (SourceMap)node)).ToProfile(Text((JsonObject)profile!, "name")!));
        }

        return profiles;
    }

    private ProfileLayer Layer(JsonObject layer, SourceMap source) => new()
    {
        Offers = Needs(layer, "offers"),
        Lacks = Needs(layer, "lacks") ?? [],
        Files = (layer["files"] as JsonObject)?.ToDictionary(file => file.Key, file => File(file.Value!), StringComparer.Ordinal) ?? [],
        Environment = Map(layer["environment"]),
        Command = List(layer, "command"),
        Accounts = Accounts(layer["accounts"], source),
        RegistrationToken = layer["registration-token"] is JsonValue ? Text(layer, "registration-token") : null,
        MakesRegistrationToken = layer["registration-token"] is JsonObject,
        Administrator = layer["administrator"] is JsonObject administrator ? AdministratorMembers.Read(administrator)
            : layer["synapse-admin"] is JsonObject synapse ? AdministratorSettings.OfSynapse(Text(synapse, "shared-secret")!)
            : null,
        ApplicationService = layer["application-service"] is JsonObject service
            ? new ApplicationServiceSettings(Text(service, "token")!, Text(service, "user-prefix")!, Text(service, "shared-prefix"))
            {
                SenderLocalpart = Text(service, "sender-localpart"),
            }
            : null,
    };

    private AccountSettings? Accounts(JsonNode? node, SourceMap source) => node switch
    {
        null => null,
        JsonObject => new AccountSettings
        {
            Way = AccountWay.Ready,
            Ready = ReadyAccounts.Read(folder, (SourceScalar)((SourceMap)source["accounts"]!)["ready"]!, _environment, _problems),
        },
        _ => new AccountSettings { Way = node.GetValue<string>() == "registration" ? AccountWay.Registration : AccountWay.Administrator },
    };

    private FileTemplate File(JsonNode node)
    {
        if (node is not JsonObject file)
            return new FileTemplate { Text = node.GetValue<string>() };
        return new FileTemplate
        {
            Text = Text(file, "text") ?? (Text(file, "from") is { } from ? folder.Read(from, out _) : null),
            IsPlain = file["plain"]?.GetValue<bool>() ?? false,
            Values = file["values"] as JsonObject is { } values ? (JsonObject)values.DeepClone() : null,
        };
    }

    private static string? Text(JsonObject map, string name) => map[name]?.GetValue<string>();

    private static List<string>? List(JsonNode map, string name) => map[name] is JsonArray list
        ? [.. list.Select(item => item!.GetValue<string>())]
        : null;

    // The schema of target files lists the needs, so that others do not come here.
    private static List<Need>? Needs(JsonNode map, string name) =>
        List(map, name)?.Select(text => Need.TryParse(text, out var need)
            ? need
            : throw new InvalidOperationException($"The schema of target files permits the need \"{text}\", which does not exist."))
                .ToList();

    // Environment variables may be written as numbers or booleans.
    private static Dictionary<string, string> Map(JsonNode? node) =>
        (node as JsonObject)?.ToDictionary(member => member.Key, member => member.Value!.ToString(), StringComparer.Ordinal) ?? [];
}
