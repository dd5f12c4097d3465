using System.Text;
using System.Text.Json.Nodes;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets;
using Conformance.Homeservers.Targets.Reading;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>Every profile of the built-in Synapse, started for real: where there is an engine with an image, and where there is an unpacked
/// tree.</summary>
public sealed class SynapseProfileTests
{
    private const string TreeVariable = "CONFORMANCE_SYNAPSE_TREE";

    private static readonly Dictionary<string, string[]> RegistrationFlows = new(StringComparer.Ordinal)
    {
        ["default"] = ["m.login.dummy", "m.login.email.identity", "m.login.msisdn", "m.login.msisdn m.login.email.identity"],
        ["token"] = ["m.login.registration_token m.login.dummy"],
        ["captcha"] = ["m.login.recaptcha m.login.terms m.login.dummy"],
        ["closed"] = ["403 M_FORBIDDEN"],
    };

    public static TheoryData<string> Profiles => [.. RegistrationFlows.Keys];

    [SkippableTheory]
    [MemberData(nameof(Profiles))]
    public async Task As_a_process(string profile)
    {
        var tree = Environment.GetEnvironmentVariable(TreeVariable);
        Skip.If(tree is null, $"{TreeVariable} does not name an unpacked tree that has Synapse");
        await StartAsync(profile, new TargetFileOptions { Runtime = TargetRuntime.Tree, TreeFolder = tree });
    }

    [SkippableTheory]
    [MemberData(nameof(Profiles))]
    public async Task In_a_container(string profile)
    {
        var file = TargetFiles.BuiltIn("synapse");
        try
        {
            await using var engine = await ContainerEngines.ConnectAsync(default);
            var present = false;
            foreach (var image in file.Images)
                present |= await engine.HasImageAsync(image, default);
            Skip.IfNot(present, $"{engine.Description} has none of {string.Join(", ", file.Images)}");
        }
        catch (ContainerException exception)
        {
            Skip.If(true, exception.Message);
        }

        await StartAsync(profile, new TargetFileOptions { Runtime = TargetRuntime.Container });
    }

    private static async Task StartAsync(string name, TargetFileOptions options)
    {
        await using var source = new TargetFileSource(TargetFiles.BuiltIn("synapse"), options);
        var profile = source.Profiles.Single(profile => profile.Name == name);
        await using var homeserver = profile.Create();
        var target = await homeserver.StartAsync(default);

        target.Name.Should().Be("synapse");
        target.Version.Should().StartWith("Synapse 1.");
        target.Offers.Should().Contain(profile.Offers);
        (await FlowsAsync(target.BaseUrl)).Should().Equal(RegistrationFlows[name]);
        (await ((IHomeserverLog)homeserver).LogsAsync(default)).Should().Contain("Synapse now listening on TCP port");
        if (target.AccountMaker is { } maker)
        {
            var account = await maker.MakeAsync("made-by-hand", "correct horse", default);
            account.UserId.Should().Be("@made-by-hand:hs.example");
        }

        if (profile.Offers!.Contains(Need.Terms))
        {
            using var client = new HttpClient();
            (await client.GetStringAsync(new Uri(target.BaseUrl, "/_matrix/consent?v=1.0")))
                .Should().Contain("This homeserver is under test.");
        }

        if (profile.Offers.Contains(Need.RegistrationToken))
            target.RegistrationToken.Should().NotBeNullOrEmpty();
    }

    private static async Task<List<string>> FlowsAsync(Uri baseUrl)
    {
        using var client = new HttpClient();
        using var content =
            new StringContent("""{"username":"nobody-yet","password":"correct horse"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(baseUrl, "/_matrix/client/v3/register"), content);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return body["flows"] is JsonArray flows
            ? [.. flows.Select(flow => string.Join(' ', flow!["stages"]!.AsArray().Select(stage => stage!.GetValue<string>())))]
            : [FormattableString.Invariant($"{(int)answer.StatusCode} {body["errcode"]}")];
    }
}
