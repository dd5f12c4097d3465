using Conformance.Matrix.Actors;
using Conformance.Spec;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Reads the ready accounts of a target file: a YAML list, in a file beside it, whose entries have <c>user</c> and
/// <c>password</c>.</summary>
internal static class ReadyAccounts
{
    private const string Form = "write a list of entries like { user: \"@alice:example.org\", password: \"...\" }";

    /// <summary>The accounts; malformed ones are left out and reported.</summary>
    /// <param name="folder">Where the target file lies.</param>
    /// <param name="reference">The accounts' file, as the target file names it.</param>
    /// <param name="environment">The suite's environment, for passwords.</param>
    /// <param name="problems">Receives what is wrong. No message has a password.</param>
    public static IReadOnlyList<Account> Read(
        ITargetFolder folder, SourceScalar reference, EnvironmentReferences environment, Problems problems)
    {
        var file = folder.Name(reference.Text);
        if (folder.Read(reference.Text, out var failure) is not { } text)
        {
            problems.Add(reference, $"{failure}; write the path from the folder of the target file");
            return [];
        }

        var errors = new List<SpecError>();
        var root = YamlReader.Read(file, text, errors, []);
        if (root is not SourceList { Items.Count: > 0 } list)
        {
            // The parser's own message may quote the file, passwords included.
            problems.Add(file, errors is [var error, ..] ? error.Line : root?.Line ?? 1, $"this is not a list of accounts; {Form}");
            return [];
        }

        var accounts = new List<Account>();
        foreach (var item in list.Items)
        {
            if (Entry(item, environment, problems) is not { } account)
                continue;
            if (accounts.Any(other => other.UserId == account.UserId))
                problems.Add(item, $"{account.UserId} is listed more than once; each account can serve only one person at a time");
            else
                accounts.Add(account);
        }

        return accounts;
    }

    private static Account? Entry(SourceNode item, EnvironmentReferences environment, Problems problems)
    {
        if (item is not SourceMap { Members.Count: 2 } entry || entry["user"] is not SourceScalar user
            || entry["password"] is not SourceScalar { Text.Length: > 0 } password)
        {
            problems.Add(item, $"the entry must have user and password, and nothing else; {Form}");
            return null;
        }

        if (!user.Text.StartsWith('@') || user.Text.IndexOf(':', StringComparison.Ordinal) is var colon
            && (colon < 2 || colon == user.Text.Length - 1))
        {
            problems.Add(user, $"\"{user.Text}\" is not a full user id; it looks like @alice:example.org");
            return null;
        }

        foreach (var name in environment.Missing(password.Text))
            problems.Add(password, $"the environment variable {name} is not set; set it, or write the value itself");
        return new Account(user.Text, environment.Resolve(password.Text)!.GetValue<string>());
    }
}
