using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Reports.Building;

/// <summary>
/// A homeserver's own log, whose lines begin with, or hold near their beginning, the date and the time. Lines without a time belong to the
/// one before, as those of a stack trace do.
/// </summary>
public sealed partial class ServerLog
{
    private const int MostLines = 3;
    private const int LongestLead = 80;

    // Clocks of one machine agree; a logger may write a little late.
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ZoneStep = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    // No server writes of other days than these; a zone is added to them, or taken off.
    private static readonly DateTime Earliest = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Latest = new(9998, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly List<Entry> _entries;

    /// <summary>Reads a log.</summary>
    /// <param name="text">Its lines.</param>
    /// <param name="readAt">When it was read: times without a zone are those of the zone in which the last line is not later, and as near
    /// as can be.</param>
    public ServerLog(string text, DateTimeOffset readAt)
    {
        ArgumentNullException.ThrowIfNull(text);
        TimeSpan? zone = null;
        var lines = text.Split('\n')
            .Select(line => Colour().Replace(line.TrimEnd('\r'), ""))
            .Where(line => line.Trim().Length > 0)
            .ToList();
        foreach (var line in lines.AsEnumerable().Reverse())
        {
            if (TimeOf(line) is { HasZone: false, Time: var last })
            {
                zone = ZoneOf(last, readAt);
                break;
            }
        }

        var entries = new List<Entry>();
        foreach (var line in lines)
        {
            if (TimeOf(line) is { } time)
                entries.Add(new Entry(new DateTimeOffset(time.Time - (time.Zone ?? zone ?? TimeSpan.Zero), TimeSpan.Zero), line));
            else if (entries.Count > 0)
                entries[^1].More.Add(line);
        }

        _entries = [.. entries.OrderBy(entry => entry.At)];
    }

    /// <summary>The lines that say most of a request that failed, at most three, in their order; empty where there are none.</summary>
    /// <param name="from">When the request was sent.</param>
    /// <param name="to">When it was answered.</param>
    /// <param name="path">Its path: of several requests at the same time, the lines with the path are meant.</param>
    /// <param name="method">Its method.</param>
    public IReadOnlyList<string> Between(DateTimeOffset from, DateTimeOffset to, string path, string method)
    {
        ArgumentNullException.ThrowIfNull(path);
        var window = _entries.Skip(FirstAfter(from - Early)).TakeWhile(entry => entry.At <= to + Late)
            .Where(entry => Trouble().IsMatch(entry.Line) || entry.More.Exists(line => Trouble().IsMatch(line)))
            .ToList();
        var named = window.Where(entry => entry.Mentions(path)).ToList();
        var exact = named.Where(entry => entry.Mentions(method)).ToList();
        var meant = exact.Count > 0 ? exact : named.Count > 0 ? named : window;
        return meant
            .OrderByDescending(entry => entry.More.Count > 0)
            .ThenByDescending(entry => Grave().IsMatch(entry.Line))
            .ThenBy(entry => entry.At)
            .SelectMany(entry => entry.Shown)
            .Distinct(StringComparer.Ordinal)
            .Take(MostLines)
            .ToList();
    }

    private int FirstAfter(DateTimeOffset from)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].At < from)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static TimeSpan ZoneOf(DateTime last, DateTimeOffset readAt)
    {
        var steps = Math.Round((last - readAt.UtcDateTime) / ZoneStep, MidpointRounding.AwayFromZero);
        var zone = steps * ZoneStep;
        return zone.Duration() <= FarthestZone ? zone : TimeSpan.Zero;
    }

    private static (DateTime Time, TimeSpan? Zone, bool HasZone)? TimeOf(string line)
    {
        if (Stamp().Match(line.Length > LongestLead ? line[..LongestLead] : line) is not { Success: true } stamp
            || !DateTime.TryParse(
                $"{stamp.Groups["date"].Value}T{stamp.Groups["time"].Value}",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time)
            || time < Earliest || time > Latest)
        {
            return null;
        }

        var fraction = stamp.Groups["fraction"].Value;
        if (fraction.Length > 0)
            time = time.AddSeconds(double.Parse($"0.{fraction}", CultureInfo.InvariantCulture));
        var zone = stamp.Groups["zone"].Value;
        if (zone.Length == 0)
            return (time, null, false);
        if (zone == "Z")
            return (time, TimeSpan.Zero, true);
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        var offset = new TimeSpan(
            int.Parse(digits[..2], CultureInfo.InvariantCulture), int.Parse(digits[2..], CultureInfo.InvariantCulture), 0);
        return offset <= FarthestZone ? (time, zone[0] == '-' ? -offset : offset, true) : null;
    }

    [GeneratedRegex(
        @"(?<![0-9-])(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})([.,](?<fraction>[0-9]{1,9}))?\s?"
            + "(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(
        @"\b(error|critical|fatal|panic(ked)?|exception|traceback|warn(ing)?|fail(ed|ure)?|50\d)\b|\w(Error|Exception)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"\b(error|critical|fatal|panic(ked)?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Grave();

    [GeneratedRegex(@"\x1B\[[0-9;]*[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    private sealed record Entry(DateTimeOffset At, string Line)
    {
        public List<string> More { get; } = [];

        /// <summary>The line, and of a stack trace the last line, which names the exception.</summary>
        public IEnumerable<string> Shown => More.Count == 0 ? [Line] : [Line, More[^1].Trim()];

        public bool Mentions(string text) =>
            Line.Contains(text, StringComparison.Ordinal) || More.Exists(line => line.Contains(text, StringComparison.Ordinal));
    }
}
