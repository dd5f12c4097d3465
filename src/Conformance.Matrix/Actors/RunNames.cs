using System.Globalization;
using System.Security.Cryptography;
using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Actors;

/// <summary>The names and passwords of a run.</summary>
internal sealed class RunNames
{
    private const string Digits36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly long _firstPhone;
    private int _users;
    private int _phones;

    public RunNames(int seed, DateTimeOffset now)
    {
        // The time keeps two runs with the same seed apart: a server does not give a user name twice.
        _firstPhone = now.ToUnixTimeMilliseconds() / 100;
        RunId = $"c{Base36(now.ToUnixTimeMilliseconds() / 10)}{Base36((uint)seed % (36 * 36))}";
    }

    public string RunId { get; }

    /// <summary>A user name that no other run and no other scenario has: the run's id, the actor, a number.</summary>
    public string UserName(string actor)
    {
        var letters = string.Concat(actor.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        var number = Interlocked.Increment(ref _users);
        return string.Create(CultureInfo.InvariantCulture, $"{RunId}-{(letters.Length == 0 ? "user" : letters)}-{number}");
    }

    /// <summary>An email address or a telephone number that no other run and no other scenario has, as far as there are enough numbers;
    /// mail to it reaches nobody.</summary>
    /// <param name="medium">The medium.</param>
    /// <param name="actor">Who will have it.</param>
    public ThreePid ThreePid(Medium medium, string actor) =>
        new(medium, medium == Medium.Email
            ? $"{UserName(actor)}@example.org"
            : PhoneNumbers.At(_firstPhone + Interlocked.Increment(ref _phones)));

    /// <summary>A secret for a validation session.</summary>
    public static string ClientSecret() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A password that any server's policy accepts: 24 characters with capital and small letters, digits and a sign.</summary>
    public static string Password() =>
        $"{RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 4)}{RandomNumberGenerator.GetString("abcdefghijkmnopqrstuvwxyz23456789", 14)}"
        + $"-{RandomNumberGenerator.GetString("0123456789", 5)}";

    private static string Base36(long value)
    {
        var text = "";
        do
        {
            text = Digits36[(int)(value % 36)] + text;
            value /= 36;
        }
        while (value > 0);
        return text;
    }
}
