using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Redaction;

/// <summary>
/// A script for a POSIX shell that makes the requests of a scenario again, on a server of the same kind: with accounts of its own, and with
/// the tokens and sessions that the server gives it. It needs curl. It ends with exit code 0 if the last answer is the one that was seen.
/// Contains no secrets: what the server gave is read from its new answers, what the suite made up is made up again, and anything else is a
/// variable to be set first.
/// </summary>
public sealed partial class ReplayScript
{
    private const int ShortestValue = 6;
    private const int MostValues = 200;

    // What the suite makes up for accounts of its own; another will do.
    private static readonly SecretKind[] MadeUp =
        [SecretKind.Password, SecretKind.NewPassword, SecretKind.ClientSecret, SecretKind.AccessToken, SecretKind.RefreshToken,
            SecretKind.LoginToken, SecretKind.UiaSession];

    private readonly Redactor _redactor;
    private readonly string _runId;
    private readonly bool _makesAccounts;
    private readonly string _base;
    private readonly IReadOnlyList<Exchange> _exchanges;
    private readonly List<(string Value, string Variable)> _variables = [];
    private bool _hides;
    private readonly SortedSet<string> _toSet = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _made = new(StringComparer.Ordinal);

    private ReplayScript(IReadOnlyList<Exchange> exchanges, string runId, Redactor redactor)
    {
        _exchanges = exchanges;
        _runId = runId;
        _redactor = redactor;
        _makesAccounts = exchanges.Any(exchange => exchange.Operation?.Id == Operations.Register);
        _base = exchanges[0].Request.Url.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Makes the script.</summary>
    /// <param name="title">What it shows, one line.</param>
    /// <param name="exchanges">The exchanges of the scenario in their order, up to the one that shows it.</param>
    /// <param name="runId">How the names of the run's accounts begin; the script takes names of its own.</param>
    /// <param name="redactor">Knows the secrets.</param>
    /// <returns>The script; null where requests one after the other do not show it: there are none, they walk through pages as a browser
    /// does, or some were sent at the same time.</returns>
    public static string? For(string title, IReadOnlyList<Exchange> exchanges, string runId, Redactor redactor)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(exchanges);
        ArgumentNullException.ThrowIfNull(redactor);
        if (exchanges.Count == 0
            || exchanges.Any(exchange => (exchange.Operation is null && !exchange.IsOfApi) || exchange.Together is not null))
            return null;
        var script = new ReplayScript(exchanges, runId, redactor);
        var text = script.Write(redactor.Text(title));

        // A secret in a form that nothing here knows of: better no script than that.
        return script._hides || redactor.Knows(text) ? null : text;
    }

    private string Write(string title)
    {
        var calls = new StringBuilder();
        for (var index = 0; index < _exchanges.Count; index++)
        {
            Wait(calls, index);
            Call(calls, index);
            Keep(calls, index);
        }

        var text = new StringBuilder("#!/bin/sh\n");
        text.Append("# ").Append(OneLine(title)).Append('\n');
        text.Append("# Makes the requests of the scenario again. Give the server's URL if it is another one: sh THIS_FILE URL\n");
        text.Append(CultureInfo.InvariantCulture, $"base=${{1:-{_base}}}\n");
        text.Append("run=again$(date +%s)\n");
        foreach (var variable in _toSet)
            text.Append(CultureInfo.InvariantCulture, $": \"${{{variable}:?is to be set first}}\"\n");
        foreach (var variable in _made)
            text.Append(CultureInfo.InvariantCulture, $"{variable}=${{run}}{variable}\n");
        text.Append("""
            dir=$(mktemp -d) || exit 2
            trap 'rm -rf "$dir"' EXIT
            call() {
              number=$1; status=; code=; printf '%s\n' "== $number. $2"; shift 2
              curl -sS -g --path-as-is --max-time 60 -D "$dir/head" -o "$dir/$number" "$@" || { echo "no answer"; return; }
              status=$(sed -n '1s/^[^ ]* \([0-9]*\).*/\1/p' "$dir/head"); code=$(value "$number" errcode 1)
              printf '%s %s\n' "$status" "$(tr -d '\000-\010\013-\037\177' <"$dir/$number")"
            }
            value() {
              tr -d '\n' <"$dir/$1" | grep -o "\"$2\" *: *\"[^\"]*\"" | sed -n "$3s/.*: *\"\(.*\)\"\$/\1/p"
            }

            """);
        text.Append(calls);
        var last = _exchanges[^1];
        var seen = last.Response is { } response ? $"{response.Status} {response.ErrorCode}".Trim() : "no answer";
        text.Append(CultureInfo.InvariantCulture, $"printf '\\n%s\\n' {ShellWord.Quote($"The run saw: {Printable(_redactor.Text(seen))}")}\n");
        var due = last.Response is { } answer ? $"{answer.Status} {Code(answer)}" : " ";
        text.Append(CultureInfo.InvariantCulture, $"test \"$status $code\" = {ShellWord.Quote(due)}\n");
        return text.ToString();
    }

    private static string Code(RecordedResponse response) =>
        response.ErrorCode is { } code && code.IndexOfAny(['"', '\\', '\n']) < 0 ? code : "";

    // A scenario may wait until a token has expired.
    private void Wait(StringBuilder calls, int index)
    {
        if (index == 0)
            return;
        var (earlier, later) = (_exchanges[index - 1], _exchanges[index]);
        var pause = later.EndedAt - earlier.EndedAt - later.Duration;
        if (pause >= TimeSpan.FromSeconds(1))
            calls.Append(CultureInfo.InvariantCulture, $"sleep {Math.Ceiling(pause.TotalSeconds):0}\n");
    }

    private void Call(StringBuilder calls, int index)
    {
        var (request, exchange) = (_exchanges[index].Request, _exchanges[index]);
        Learn(request);
        var isText = IsText(request.Body);
        if (!isText)
            calls.Append(CultureInfo.InvariantCulture, $"printf '{Octal(request.Body)}' >\"$dir/body\"\n");
        _hides |= !isText && _redactor.Knows(Encoding.Latin1.GetString(request.Body.Span));
        var title = $"{exchange.Caller}: {exchange.Operation?.Id ?? $"{request.Method} {request.Url.AbsolutePath}"}";
        calls.Append(CultureInfo.InvariantCulture, $"call {index + 1} {Word(title)} -X {Word(request.Method)}");
        foreach (var (name, value) in request.Headers.Where(header => CurlCommand.Matters(header.Key)))
            calls.Append(" -H ").Append(Word($"{name}: {value}"));
        if (CurlCommand.WantsNoMediaType(request))
            calls.Append(" -H 'Content-Type:'");
        if (!request.Body.IsEmpty)
            calls.Append(" --data-binary ").Append(isText ? Word(Encoding.UTF8.GetString(request.Body.Span)) : "@\"$dir/body\"");
        var url = request.Url.OriginalString;
        calls.Append(" \"$base\"")
            .Append(Word(url.StartsWith(_base, StringComparison.Ordinal) ? url[_base.Length..] : request.Url.PathAndQuery))
            .Append('\n');
    }

    // Bytes that are no text, or that curl would take for the name of a file, go through a file.
    private static bool IsText(ReadOnlyMemory<byte> body) =>
        Utf8.IsValid(body.Span) && body.Span.IndexOf((byte)0) < 0 && !body.Span.StartsWith("@"u8);

    private static string Octal(ReadOnlyMemory<byte> body) =>
        string.Concat(body.ToArray().Select(unit => $"\\{Convert.ToString(unit, 8).PadLeft(3, '0')}"));

    // What the suite made up for the request itself: passwords, client secrets, tokens that no server gave.
    private void Learn(RecordedRequest request)
    {
        foreach (var (value, kind) in Secrets(request)
            .Where(secret => _redactor.Knows(secret.Value) && _variables.All(known => known.Value != secret.Value)))
        {
            var name = SecretNames.Variable(kind);
            if (!MadeUp.Contains(kind) || (IsPassword(kind) && !IsSetHere(value)) || IsGiven(value))
                _toSet.Add(name);
            else
                _made.Add(name = string.Create(CultureInfo.InvariantCulture, $"{name}_{_made.Count + 1}"));
            Add(value, name);
        }
    }

    private static bool IsPassword(SecretKind kind) => kind is SecretKind.Password or SecretKind.NewPassword;

    // The password of an account that the script makes, or sets.
    private bool IsSetHere(string value) => _exchanges.Any(exchange =>
        exchange.Operation?.Id is Operations.Register or Operations.ChangePassword && Has(exchange.Request, value));

    // A server gave it, in a form that the script cannot read.
    private bool IsGiven(string value) => _exchanges.Any(exchange => exchange.Response?.Json is { } json
        && JsonSecrets.Values(json).Any(secret => secret.Value == value));

    private IEnumerable<(string Value, SecretKind Kind)> Secrets(RecordedRequest request)
    {
        foreach (var (name, value) in request.Headers)
        {
            var kinds = _redactor.SplitHeader(name, value).Select(segment => segment.Kind).OfType<SecretKind>().ToList();
            if (value.Split(' ') is [_, var token] && kinds is [var kind])
                yield return (token, kind);
        }

        foreach (var pair in request.Url.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).Where(pair => pair.Length == 2))
        {
            if (SecretNames.TryMember(Uri.UnescapeDataString(pair[0]), out var kind))
                yield return (pair[1], kind);
        }

        if (ServerJson.Read(request.Body) is { } json)
        {
            foreach (var secret in JsonSecrets.Values(json))
                yield return (secret.Value, secret.Kind);
        }
    }

    // What the server gave and a later request uses.
    private void Keep(StringBuilder calls, int index)
    {
        if (_exchanges[index].Response is not { } response)
            return;
        var later = _exchanges.Skip(index + 1).Select(exchange => exchange.Request).ToList();
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in Member().Matches(Encoding.UTF8.GetString(response.Body.Span)).Take(MostValues))
        {
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
            var place = count[name] = count.GetValueOrDefault(name) + 1;
            if (value.Length < ShortestValue && SecretNames.TryMember(name, out _) && later.Any(request => Has(request, value)))
                _hides = true;
            if (value.Length < ShortestValue || _variables.Any(known => known.Value == value)
                || !later.Any(request => Has(request, value)) || _exchanges.Take(index + 1).Any(earlier => Has(earlier.Request, value)))
                continue;
            var variable = string.Create(CultureInfo.InvariantCulture, $"{name}_{index + 1}_{place}");
            calls.Append(CultureInfo.InvariantCulture, $"{variable}=$(value {index + 1} {name} {place})\n");
            Add(value, variable);
        }
    }

    private static bool Has(RecordedRequest request, string value) =>
        request.Url.OriginalString.Contains(value, StringComparison.Ordinal)
        || request.Url.OriginalString.Contains(Uri.EscapeDataString(value), StringComparison.Ordinal)
        || request.Headers.Any(header => header.Value.Contains(value, StringComparison.Ordinal))
        || (!request.Body.IsEmpty && Encoding.UTF8.GetString(request.Body.Span).Contains(value, StringComparison.Ordinal));

    // The longest first: one value may be a part of another.
    private void Add(string value, string variable)
    {
        _variables.Add((value, variable));
        if (Uri.EscapeDataString(value) is var escaped && escaped != value)
            _variables.Add((escaped, variable));
        _variables.Sort((one, other) => other.Value.Length.CompareTo(one.Value.Length));
    }

    /// <summary>A shell word: what is known as it is in quotes, values of the run as variables.</summary>
    private string Word(string text)
    {
        var word = new StringBuilder();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (VariableAt(text, at) is not { } known)
            {
                plain.Append(text[at++]);
                continue;
            }

            Flush();
            word.Append("\"$").Append(known.Variable).Append('"');
            at += known.Value.Length;
        }

        Flush();
        return word.Length == 0 ? "''" : word.ToString();

        void Flush()
        {
            if (plain.Length > 0)
                word.Append(ShellWord.Quote(plain.ToString()));
            plain.Clear();
        }
    }

    private (string Value, string Variable)? VariableAt(string text, int at)
    {
        foreach (var known in _makesAccounts ? _variables.Append((Value: _runId, Variable: "run")) : _variables)
        {
            if (known.Value.Length > 0 && string.CompareOrdinal(text, at, known.Value, 0, known.Value.Length) == 0)
                return known;
        }

        return null;
    }

    private static string OneLine(string text) => Printable(string.Join(' ', text.Split('\n', '\r')));

    // A terminal obeys control characters.
    private static string Printable(string text) => string.Concat(text.Where(character => !char.IsControl(character)));

    [GeneratedRegex("\"(?<name>[A-Za-z_]{1,40})\" *: *\"(?<value>[^\"\\\\]{1,65536})\"")]
    private static partial Regex Member();
}
