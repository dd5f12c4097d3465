using Conformance.Homeservers.Targets.Composing;
using Conformance.Spec;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Checks what a schema cannot say about a target file.</summary>
/// <param name="folder">Where the file lies.</param>
/// <param name="environment">The suite's environment.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class TargetFileChecks(ITargetFolder folder, EnvironmentReferences environment, Problems problems)
{
    private static readonly string[] NotJson = [".toml", ".ini", ".conf", ".cfg"];

    /// <summary>Checks a whole file. Values of an unexpected form are skipped: the schema has found them.</summary>
    public void Check(SourceMap root)
    {
        Strings(root, plain: false, more: []);
        Source(root);
        VersionMembers.Check(root, problems);
        Layer(root);
        var parts = root["parts"] as SourceMap;
        foreach (var part in parts?.Members ?? [])
            Layer(part.Value);
        Profiles(root["profiles"], parts);
        Administrators(root, parts);
    }

    private void Source(SourceMap root)
    {
        if (root.TryGetMember("url", out var url))
        {
            foreach (var name in new[] { "image", "tree", "entrypoint", "command", "environment", "files", "port", "user" })
            {
                if (root.TryGetMember(name, out var other))
                    problems.Add(
                        other.Key,
                            $"{name} cannot be combined with url, as a server at a URL is not started by the suite; remove one of the two");
            }

            if (url.Value is SourceScalar text && !text.Text.Contains("${", StringComparison.Ordinal)
                && !(Uri.TryCreate(text.Text, UriKind.Absolute, out var address)
                    && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }))
            {
                problems.Add(
                    text, "this is not the base URL of a homeserver; write one without user, query and fragment, e.g. http://localhost:8008");
            }
        }
        else if (root["image"] is null && root["tree"] is null)
        {
            problems.Add(root, "nothing says where the homeserver comes from; add image, tree or url");
        }
    }

    private void Layer(SourceNode node)
    {
        if (node is not SourceMap layer)
            return;
        AdministratorMembers.Check(layer, problems);
        if (layer["files"] is SourceMap files)
        {
            foreach (var file in files.Members)
                File(file);
        }

        if (layer["accounts"] is SourceMap { Members: { Count: > 0 } } accounts && accounts["ready"] is SourceScalar ready)
            ReadyAccounts.Read(folder, ready, environment, problems);
        if (layer["spec-version"] is SourceScalar version && !SpecVersion.TryParse(version.Text, out _))
            problems.Add(version, $"\"{version.Text}\" is not a version of the specification; write it like v1.19");
    }

    private void File(SourceMember file)
    {
        if (file.Value is not SourceMap map)
            return;
        if (map["text"] is not null && map.TryGetMember("from", out var both))
            problems.Add(both.Key, "from cannot be combined with text, as each of them is the whole file; remove one of the two");
        if (map.TryGetMember("values", out var values) && NotJson.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase))
            problems.Add(
                values.Key, $"values are written as JSON, which a file {Path.GetExtension(file.Name)} is not; write the file as text");
        if (map["from"] is not SourceScalar from)
            return;
        var text = folder.Read(from.Text, out var failure);
        if (text is null)
            problems.Add(from, $"{failure}; write the path from the folder of the target file");
        else if (map["plain"] is not SourceScalar { IsTrue: true })
            Variables(folder.Name(from.Text), 1, text, more: []);
    }

    private void Profiles(SourceNode? node, SourceMap? parts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var profile in (node as SourceList)?.Items.OfType<SourceMap>() ?? [])
        {
            Layer(profile);
            if (profile["name"] is SourceScalar name && !seen.TryAdd(name.Text, name.Line))
                problems.Add(
                    name, FormattableString.Invariant(
                        $"the profile \"{name.Text}\" is already in line {seen[name.Text]}; rename one of the two"));
            foreach (var part in (profile["with"] as SourceList)?.Items.OfType<SourceScalar>() ?? [])
            {
                var names = parts?.Members.Select(member => member.Name).ToList() ?? [];
                if (!names.Contains(part.Text, StringComparer.Ordinal))
                    problems.Add(
                        part, $"there is no part \"{part.Text}\"{(Nearest.Find(part.Text, names) is [var near, ..] ? $"; did you mean {near}?" : "; add it under parts")}");
            }
        }
    }

    private void Administrators(SourceMap root, SourceMap? parts)
    {
        var layers = new List<SourceMap> { root };
        layers.AddRange(parts?.Members.Select(part => part.Value).OfType<SourceMap>() ?? []);
        layers.AddRange((root["profiles"] as SourceList)?.Items.OfType<SourceMap>() ?? []);
        var hasSynapse = layers.Any(layer => layer["synapse-admin"] is not null);
        var administrators = layers.Select(layer => layer["administrator"]).OfType<SourceMap>().ToList();
        foreach (var layer in layers)
        {
            Ask(layer["accounts"], "make accounts", "create-account or shared-secret",
                administrator => administrator["create-account"] is not null || administrator["shared-secret"] is not null);
            Ask((layer["registration-token"] as SourceMap)?["by"], "make registration tokens", "registration-token",
                administrator => administrator["registration-token"] is not null);
        }

        void Ask(SourceNode? asked, string what, string member, Func<SourceMap, bool> can)
        {
            if (asked is not SourceScalar { Text: "administrator" or "synapse-admin" } who || hasSynapse)
                return;
            if (who.Text == "synapse-admin")
                problems.Add(who,
                    "synapse-admin needs the shared secret of the server's administration; add synapse-admin: { shared-secret: ... }");
            else if (administrators.Count == 0)
                problems.Add(who, "nothing says how an administrator acts on this server; add administrator, see docs/target-file.md");
            else if (!administrators.Any(can))
                problems.Add(who, $"the administrator does not say how to {what}; add {member} to administrator");
        }
    }

    private void Strings(SourceNode node, bool plain, IReadOnlyList<string> more)
    {
        switch (node)
        {
            case SourceMap map:
                foreach (var member in map.Members)
                {
                    Variables(member.Key.File, member.Key.Line, member.Name, more);
                    Strings(
                        member.Value,
                        member.Name == "text" && map["plain"] is SourceScalar { IsTrue: true },
                        member.Name == "administrator" ? VariableNames.OfActions : more);
                }

                break;
            case SourceList list:
                foreach (var item in list.Items)
                    Strings(item, plain: false, more);
                break;
            case SourceScalar { Kind: ScalarKind.String } scalar:
                foreach (var name in environment.Missing(scalar.Text))
                    problems.Add(scalar, $"the environment variable {name} is not set; set it, or write the value itself");
                if (!plain)
                    Variables(scalar.File, FirstLine(scalar), scalar.Text, more);
                break;
        }
    }

    private void Variables(string file, int firstLine, string text, IReadOnlyList<string> more)
    {
        foreach (var (name, line) in Template.Variables(text))
        {
            if (VariableNames.IsKnown(name) || more.Contains(name, StringComparer.Ordinal))
                continue;
            IReadOnlyList<string> all = [.. more, .. VariableNames.All];
            var near = Nearest.Find(name, all);
            problems.Add(file, firstLine
                + line, $"there is no variable {{{{{name}}}}}; {(near.Count > 0 ? $"did you mean {near[0]}?" : $"there are {string.Join(", ", all)}")}");
        }
    }

    // A block scalar's text begins in the line below its mark.
    private static int FirstLine(SourceScalar scalar) => scalar.Text.Contains('\n', StringComparison.Ordinal)
        ? scalar.Line + 1
        : scalar.Line;
}
