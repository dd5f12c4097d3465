using Conformance.Matrix.Actors;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Runs;
using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Scenarios;

/// <summary>Values that no other run and no other scenario has; secrets among them are kept out of every output.</summary>
public sealed class FreshValues
{
    private readonly TestRun _run;
    private readonly List<string> _given = [];

    internal FreshValues(TestRun run) => _run = run;

    /// <summary>What was given out so far, but for passwords.</summary>
    internal IReadOnlyList<string> Given => _given;

    /// <summary>A user name.</summary>
    public string UserName() => Noted(_run.Names.UserName("user"));

    /// <summary>A third-party identifier that nobody has.</summary>
    public ThreePid ThreePid(Medium medium)
    {
        var threePid = _run.Names.ThreePid(medium, "user");
        Noted(threePid.Address);
        return threePid;
    }

    /// <summary>A password that any server's policy accepts.</summary>
    public string Password() => Learned(RunNames.Password(), SecretKind.Password);

    /// <summary>A secret for a validation session.</summary>
    public string ClientSecret() => Noted(Learned(RunNames.ClientSecret(), SecretKind.ClientSecret));

    private string Noted(string value)
    {
        _given.Add(value);
        return value;
    }

    private string Learned(string secret, SecretKind kind)
    {
        _run.Redactor.Learn(secret, kind);
        return secret;
    }
}
