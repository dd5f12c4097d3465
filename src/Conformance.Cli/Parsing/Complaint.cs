using System.CommandLine;
using System.CommandLine.Parsing;
using Conformance.Spec;

namespace Conformance.Cli.Parsing;

/// <summary>Says what is wrong with a command line.</summary>
internal static class Complaint
{
    /// <summary>The complaint; null where nothing is wrong.</summary>
    public static Problem? About(ParseResult parsed)
    {
        // The parser takes a misspelt option for an argument if one may stand there; it is still a misspelt option.
        var strays = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Select(token => token.Value).Concat(parsed.UnmatchedTokens);
        if (strays.FirstOrDefault(LooksLikeOption) is { } option)
            return UnknownOption(option, parsed.CommandResult.Command);
        if (parsed.UnmatchedTokens is [var unexpected, ..])
            return new Problem($"unexpected argument \"{unexpected}\"") { NextStep = Hint(parsed.CommandResult.Command) };
        return parsed.Errors.Count == 0
            ? null
            : new Problem(parsed.Errors[0].Message.TrimEnd('.')) { NextStep = Hint(parsed.CommandResult.Command) };
    }

    private static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-';

    private static Problem UnknownOption(string token, Command command)
    {
        var name = token.Split('=')[0];
        var known = command.Options.SelectMany(option => option.Aliases.Append(option.Name))
            .Where(candidate => candidate.StartsWith("--", StringComparison.Ordinal));
        return new Problem($"unknown option {name}")
        {
            NextStep = Nearest.Find(name, known) is [var nearest, ..]
            ? $"did you mean {nearest}?"
            : Hint(command)
        };
    }

    private static string Hint(Command command) =>
        command is RootCommand ? "\"conformance --help\" lists the options" : $"\"conformance {command.Name} --help\" says what it takes";
}
