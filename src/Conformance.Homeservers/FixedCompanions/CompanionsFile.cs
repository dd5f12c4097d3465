using System.Net;
using Conformance.Companions;
using Conformance.Spec;

namespace Conformance.Homeservers.FixedCompanions;

/// <summary>The companions of a homeserver that runs already: where they listen, what they share with it, and which of them it uses. The
/// same at each run, since the homeserver has been set up for them. Contains secrets.</summary>
public sealed record CompanionsFile
{
    /// <summary>What the file is called if nobody says otherwise.</summary>
    public const string UsualName = "companions.yaml";

    /// <summary>What a homeserver may use of the companions.</summary>
    public static IReadOnlyList<Need> Possible { get; } =
    [
        Need.EmailSink, Need.SmsSink, Need.SsoProvider, Need.ApplicationService, Need.ApplicationServiceDevices, Need.Captcha,
        Need.IdentityServer,
    ];

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The host by which the homeserver reaches them.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port of those that speak HTTP.</summary>
    public int HttpPort { get; init; } = 18090;

    /// <summary>The port of the mail server.</summary>
    public int MailPort { get; init; } = 18025;

    /// <summary>The secrets.</summary>
    public CompanionSecrets Secrets { get; init; } = new();

    /// <summary>What the localparts of the application service's users begin with.</summary>
    public string UserPrefix { get; init; } = "bridge_";

    /// <summary>What localparts in the application service's shared namespace begin with; null if it has none.</summary>
    public string? SharedPrefix { get; init; } = "commons_";

    /// <summary>What the homeserver uses of them.</summary>
    public IReadOnlyList<Need> Offers { get; init; } =
        [Need.EmailSink, Need.SmsSink, Need.SsoProvider, Need.ApplicationService];

    /// <summary>Where they listen, for a start.</summary>
    internal CompanionOptions Options => new()
    {
        Address = Address,
        Host = Host,
        HttpPort = HttpPort,
        MailPort = MailPort,
        Secrets = Secrets,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="CompanionsFileException">It cannot be read, or says something else; the message has one line for each error, and
    /// no secret.</exception>
    public static CompanionsFile Load(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        try
        {
            return CompanionsFileReader.Read(file, File.ReadAllText(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CompanionsFileException([new Problem($"{file} cannot be read") { Why = unreadable.Message.TrimEnd('.') }], unreadable);
        }
    }

    /// <summary>Writes a file with new secrets, which only this user may read.</summary>
    /// <param name="file">Its path; nothing may be there.</param>
    /// <exception cref="CompanionsFileException">It cannot be written.</exception>
    public static void WriteNew(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, options);
            writer.Write(CompanionsFileText.Of(new CompanionsFile()));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CompanionsFileException(
                [new Problem($"{file} cannot be written") { Why = unwritable.Message.TrimEnd('.') }], unwritable);
        }
    }
}
