using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Homeservers.Targets.Description;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Reads and checks what a target file says about versions: the server's own, and those that the file was run with.</summary>
internal static class VersionMembers
{
    private const string DateForm = "yyyy-MM-dd";

    private static readonly string[] OfStarted = ["command", "log"];

    /// <summary>Adds what is wrong with <c>version</c> and <c>verified</c>.</summary>
    public static void Check(SourceMap root, Problems problems)
    {
        if (root["version"] is SourceMap version)
            CheckSource(version, root["url"] is not null, problems);
        if ((root["verified"] as SourceMap)?["date"] is SourceScalar date && !TryDate(date.Text, out _))
            problems.Add(date, $"\"{date.Text}\" is not a date; write it like 2026-11-27");
    }

    /// <summary>How to learn the server's version; null where the file does not say. The file has been checked.</summary>
    public static VersionSource? Source(JsonObject root) => root["version"] is not JsonObject version
        ? null
        : new VersionSource
        {
            Command = version["command"] is JsonArray command ? [.. command.Select(argument => argument!.GetValue<string>())] : null,
            Header = Text(version, "header"),
            Log = Text(version, "log") is { } log ? Expressions.Read(log, out _) : null,
        };

    /// <summary>With what the file was last run; null where nobody has run it. The file has been checked.</summary>
    public static Verification? Verified(JsonObject root) =>
        root["verified"] is JsonObject verified && TryDate(Text(verified, "date"), out var date)
            ? new Verification(Text(verified, "server")!, Text(verified, "suite")!, date)
            : null;

    private static void CheckSource(SourceMap version, bool isAtUrl, Problems problems)
    {
        foreach (var name in OfStarted)
        {
            if (isAtUrl && version.TryGetMember(name, out var way))
                problems.Add(way.Key, $"{name} cannot be combined with url, as a server at a URL is not started by the suite; write header");
        }

        if (version["log"] is not SourceScalar log)
            return;
        if (Expressions.Read(log.Text, out var failure) is not { } expression)
            problems.Add(log, failure!);
        else if (expression.GetGroupNumbers().Length != 2)
            problems.Add(log, "this does not have exactly one group; put the version in parentheses, and nothing else");
    }

    private static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string? Text(JsonObject map, string name) => map[name]?.GetValue<string>();
}
