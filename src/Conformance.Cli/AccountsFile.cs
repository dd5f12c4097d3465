using Conformance.Matrix.Actors;
using Conformance.Spec;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Cli;

/// <summary>Reads ready accounts: a YAML list whose entries have <c>user</c> (the full user id) and <c>password</c>.</summary>
internal static class AccountsFile
{
    private const string Form = "write a list of entries like { user: \"@alice:example.org\", password: \"...\" }";

    /// <summary>The accounts of a file, in its order.</summary>
    /// <exception cref="UsageException">The file cannot be read or has another form; the message has the line, and no password.</exception>
    public static IReadOnlyList<Account> Read(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            return Read(file, text);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                new Problem($"{file} cannot be read")
                {
                    Place = ErrorPlace.InOption("--accounts"),
                    Why = unreadable.Message.TrimEnd('.'),
                },
                unreadable);
        }
    }

    internal static IReadOnlyList<Account> Read(string file, TextReader text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException invalid)
        {
            // The parser's own message may quote the file, passwords included.
            throw Wrong(file, invalid.Start.Line, "this is not valid YAML", Form);
        }

        if (stream.Documents is not [{ RootNode: YamlSequenceNode list }, ..])
            throw Wrong(file, 1, stream.Documents.Count == 0 ? "the file is empty" : "the file is not a list", Form);

        var accounts = list.Select(entry => ReadEntry(file, entry)).ToList();
        if (accounts.Count == 0)
            throw Wrong(file, 1, "the list is empty", Form);
        var twice = accounts.GroupBy(account => account.UserId, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? accounts : throw new UsageException(
            new Problem($"{twice.Key} is listed more than once")
            {
                Place = ErrorPlace.InFile(file),
                NextStep = "each account can serve only one person at a time",
            });
    }

    private static Account ReadEntry(string file, YamlNode node)
    {
        if (node is not YamlMappingNode entry)
            throw Wrong(file, node.Start.Line, "the entry is not a mapping", Form);

        string? user = null;
        string? password = null;
        foreach (var (key, value) in entry.Children)
        {
            var name = (key as YamlScalarNode)?.Value;
            if (name is not ("user" or "password"))
                throw Wrong(file, key.Start.Line, $"unknown member {name ?? "(no text)"}", "an entry has user and password");
            if (value is not YamlScalarNode { Value.Length: > 0 } scalar)
                throw Wrong(file, value.Start.Line, $"{name} is not text");
            if (name is "user")
                user = scalar.Value;
            else
                password = scalar.Value;
        }

        if (user is null || password is null)
            throw Wrong(file, entry.Start.Line, $"{(user is null ? "user" : "password")} is missing", "an entry has user and password");
        if (user[0] != '@' || user.IndexOf(':', StringComparison.Ordinal) is var colon && (colon < 2 || colon == user.Length - 1))
            throw Wrong(file, entry.Start.Line, $"\"{user}\" is not a full user id", "it looks like @alice:example.org");
        return new Account(user, password);
    }

    private static UsageException Wrong(string file, long line, string what, string? nextStep = null) =>
        new(new Problem(what) { NextStep = nextStep, Place = ErrorPlace.InFile(file, (int)Math.Max(1, line)) });
}
