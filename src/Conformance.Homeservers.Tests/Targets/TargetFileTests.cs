using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Companions;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Reading;
using Conformance.JsonSchema.Compiled;
using Conformance.Spec;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>What a target file means: layers, merging, templates; and that format, schema and built-in targets agree.</summary>
public sealed class TargetFileTests
{
    [Fact]
    public void A_small_file_has_one_profile_of_which_nothing_is_known()
    {
        var file = TargetText.Read("name: mine\nimage: example.org/server:1\n");

        file.Images.Should().Equal("example.org/server:1");
        file.Profiles.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "default", Offers = (IReadOnlySet<Need>?)null });
        file.ServerName.Should().Be("localhost");
        file.DataFolder.Should().Be("/data");
        file.ReadyWithin.Should().Be(TimeSpan.FromSeconds(60));
        file.Verified.Should().BeNull();
        file.Version.Should().BeNull();
    }

    [Fact]
    public void A_profile_is_the_file_and_its_parts_and_what_it_says_itself()
    {
        var profile = TargetText.Read("""
            name: mine
            image: x
            offers: [password-login, guest]
            environment: { A: 1, B: true }
            command: [start]
            files:
              main.yaml: { values: { log: { level: info, file: a }, list: [1, 2], gone: 1 } }
              text.txt: old
            parts:
              mail: { offers: [email-sink], files: { main.yaml: { values: { mail: { host: a } } } } }
            profiles:
            - name: one
              with: [mail]
              lacks: [guest]
              offers: [sms-sink]
              environment: { A: two }
              command: [start, fast]
              registration-token: hush
              files:
                main.yaml: { values: { log: { file: b }, list: [3], gone: null } }
                text.txt: new
                more.txt: { from: more }
            """, new() { ["more"] = "more" }).Profiles.Single();

        profile.Offers.Should().BeEquivalentTo([Need.PasswordLogin, Need.EmailSink, Need.SmsSink]);
        profile.Environment.Should().Equal(new Dictionary<string, string> { ["A"] = "two", ["B"] = "true" });
        profile.Command.Should().Equal("start", "fast");
        profile.RegistrationToken.Should().Be("hush");
        Rendered(profile, "main.yaml").Should().Be("""{"log":{"level":"info","file":"b"},"list":[3],"mail":{"host":"a"}}""");
        profile.Files["text.txt"].Text.Should().Be("new");
        profile.Files["more.txt"].Text.Should().Be("more");
    }

    [Fact]
    public void Values_are_merged_over_a_text_that_is_a_map()
    {
        var profile = TargetText.Read("""
            name: mine
            image: x
            files:
              main.yaml: { from: base.yaml }
            profiles:
            - name: one
              files: { main.yaml: { values: { on: true, listen: { tls: false } } } }
            """, new() { ["base.yaml"] = "on: false\nlisten: { port: {{port}}, tls: true } # a comment\n" }).Profiles.Single();

        Rendered(profile, "main.yaml").Should().Be("""{"on":true,"listen":{"port":8008,"tls":false}}""");
    }

    [Fact]
    public void Values_over_a_text_that_is_none() =>
        FluentActions.Invoking(() =>
            FileRenderer.Render("main.yaml", new FileTemplate { Text = "- a", Values = new JsonObject { ["a"] = 1 } }, Variables()))
            .Should().Throw<TargetException>()
            .WithMessage(
                "values cannot be merged into the text of main.yaml, which is not a map of YAML; correct the text, or replace it whole.");

    [Fact]
    public void Templates()
    {
        var variables = Variables();

        Template.Render("{{ server_name }}:{{port}} }} {{", variables).Should().Be("hs.example:8008 }} {{");
        Template.Render("{{secret.a}}", variables)
            .Should().MatchRegex("^[0-9a-f]{32}$").And.Be(Template.Render("{{secret.a}}", variables)).And.NotBe(
                Template.Render("{{secret.b}}", variables));
        Template.Render("{{key.a}}", variables).Should().MatchRegex("^[A-Za-z0-9+/]{43}$");
        variables.Secrets.Should().Contain(Template.Render("{{secret.a}}", variables)).And.Contain("hush").And.NotContain("hs.example");
        FluentActions.Invoking(() => Template.Render("{{tree}}", variables)).Should().Throw<TargetException>()
            .WithMessage("the target file uses {{tree}}, which has no value here; give the folder of the unpacked tree with --tree.");
        FluentActions.Invoking(() => Template.Render("{{cas.url}}", variables)).Should().Throw<TargetException>()
            .WithMessage("the target file uses {{cas.url}}, which has no value here; write the value itself.");
    }

    [Fact]
    public void A_port_alone_is_a_number_and_anything_else_a_text() =>
        Rendered(
            new FileTemplate
            {
                Values = new JsonObject
                {
                    ["a"] = "{{port}}",
                    ["b"] = "{{port}}/",
                    ["c"] = new JsonArray("{{mail.port}}", "8008", 5, true, null),
                    ["{{server_name}}"] = "{{data}}"
                }
            })
            .Should().Be("""{"a":8008,"b":"8008/","c":[25,"8008",5,true,null],"hs.example":"/data"}""");

    [Fact]
    public void A_plain_text_is_no_template()
    {
        var profile =
            TargetText.Read("name: x\nimage: y\nfiles: { a.html: { text: \"{{ anything }}\", plain: true } }\n").Profiles.Single();
        Encoding.UTF8.GetString(FileRenderer.Render("a.html", profile.Files["a.html"], Variables())).Should().Be("{{ anything }}");
    }

    [Fact]
    public void The_environment_is_put_in()
    {
        var profile = TargetText.Read(
            "name: x\nimage: y\nregistration-token: \"${TOKEN}-$${TOKEN}\"\n", environment: new() { ["TOKEN"] = "hush" }).Profiles.Single();
        profile.RegistrationToken.Should().Be("hush-${TOKEN}");
    }

    [Fact]
    public void Ready_accounts_are_read_from_the_file_beside()
    {
        var profile = TargetText.Read(
            "name: x\nurl: http://localhost:8008\naccounts: { ready: users.yaml }\n",
            new() { ["users.yaml"] = "- { user: \"@alice:example.org\", password: \"${PASSWORD}\" }\n" },
            new() { ["PASSWORD"] = "hush" }).Profiles.Single();
        profile.Accounts.Way.Should().Be(AccountWay.Ready);
        profile.Accounts.Ready.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { UserId = "@alice:example.org", Password = "hush" });
    }

    [Fact]
    public void Versions()
    {
        var file = TargetText.Read("""
            name: x
            image: y
            verified: { server: "Server 1.2", suite: 0.1.0, date: 2026-11-27 }
            version: { log: "version ([0-9.]+)" }
            """);

        file.Verified.Should().Be(new Verification("Server 1.2", "0.1.0", new DateOnly(2026, 11, 27)));
        file.Version!.Log!.Match("the version 7.1, ready").Groups[1].Value.Should().Be("7.1");
        TargetText.Read("name: x\nimage: y\nversion: { command: [-version] }\n").Version!.Command.Should().Equal("-version");
        TargetText.Read("name: x\nimage: y\nversion: { header: Server }\n").Version!.Header.Should().Be("Server");
    }

    [Fact]
    public void An_administrator()
    {
        var profile = TargetText.Read("""
            name: x
            image: y
            accounts: administrator
            registration-token: { by: administrator }
            administrator:
              user: root
              password: "{{secret.root}}"
              room: "#admins:{{server_name}}"
              create-account:
              - { call: "PUT /users/{{user_id}}", body: { password: "{{password}}" } }
              - { message: "hello {{localpart}}", answer: "welcome (.*)" }
              registration-token: { call: POST /tokens, result: token }
            """).Profiles.Single();

        profile.Accounts.Way.Should().Be(AccountWay.Administrator);
        profile.MakesRegistrationToken.Should().BeTrue();
        profile.Administrator!.User.Should().Be("root");
        profile.Administrator.Actions[AdministratorAction.CreateAccount].Select(step => step.Call ?? step.Message)
            .Should().Equal("PUT /users/{{user_id}}", "hello {{localpart}}");
        profile.Administrator.Actions[AdministratorAction.RegistrationToken].Single().Result.Should().Be("token");
        profile.Administrator.Actions.Should().NotContainKey(AdministratorAction.RegisterApplicationService);
    }

    [Fact]
    public void Synapse_s_administrator_is_short_for_one()
    {
        var profile = TargetText.Read(
            "name: x\nimage: y\naccounts: synapse-admin\nregistration-token: { by: synapse-admin }\nsynapse-admin: { shared-secret: a }\n")
            .Profiles.Single();

        profile.Accounts.Way.Should().Be(AccountWay.Administrator);
        profile.MakesRegistrationToken.Should().BeTrue();
        profile.Administrator!.SharedSecret.Should().Be("a");
        profile.Administrator.Actions.Keys.Should()
            .BeEquivalentTo([AdministratorAction.RegistrationToken, AdministratorAction.SingleUseToken]);
    }

    [Fact]
    public void The_schema_is_one_and_knows_the_needs()
    {
        var text = EmbeddedText.Read("target.schema.json")!;
        var meta = CompiledSchema.Compile("""{"$ref":"https://json-schema.org/draft/2020-12/schema"}"""u8);
        meta.Validate(Encoding.UTF8.GetBytes(text)).Should().BeEmpty();
        var schema = JsonNode.Parse(text)!;
        schema["$defs"]!["need"]!["enum"]!.AsArray().Select(need => need!.GetValue<string>())
            .Should().BeEquivalentTo(Need.All.Except([Need.Version, Need.Accounts]).Select(need => need.Name), "these are no offers");
    }

    [Fact]
    public async Task The_companions_variables_are_those_that_templates_may_use()
    {
        await using var companions = await CompanionServers.StartAsync(new CompanionOptions { Address = IPAddress.Loopback }, default);
        companions.Variables.Keys.Should().BeEquivalentTo(VariableNames.OfCompanions);
    }

    [Fact]
    public void The_built_in_targets_are_target_files()
    {
        var files = TargetFiles.BuiltInNames.Select(TargetFiles.BuiltIn).ToList();

        files.Select(file => file.Name).Should().Equal(TargetFiles.BuiltInNames);
        files.Where(file => file.Verified is null).Should().BeEmpty("each of them has been run");
        files[0].Profiles.Select(profile => profile.Name)
            .Should().Equal("default", "token", "captcha", "closed");
        foreach (var file in files)
            file.Profiles.Should().OnlyContain(
                profile => profile.Offers!.Contains(Need.PasswordLogin), "{0} has no profile without", file.Name);
    }

    [Fact]
    public void The_built_in_targets_leave_the_image_registry_to_the_engine()
    {
        var images = TargetFiles.BuiltInNames.SelectMany(name => TargetFiles.BuiltIn(name).Images).ToList();
        // An engine takes the first part for a host if it has a dot or a port.
        images.Should().NotBeEmpty().And.OnlyContain(image =>
            !image.Split('/', 2)[0].Contains('.') && !image.Split('/', 2)[0].Contains(':'));
    }

    [Fact]
    public void The_documentation_names_every_member_and_variable()
    {
        var documentation = File.ReadAllText(Path.Combine(Repository.Root, "docs", "target-file.md"));
        var schema = JsonNode.Parse(EmbeddedText.Read("target.schema.json")!)!;
        var members = schema["properties"]!.AsObject().Select(member => member.Key)
            .Concat(schema["$defs"]!["file"]!["properties"]!.AsObject().Select(member => member.Key))
            .Concat(schema["$defs"]!["profile"]!["properties"]!.AsObject().Select(member => member.Key))
            .Concat(schema["$defs"]!["administrator"]!["properties"]!.AsObject().Select(member => member.Key))
            .Concat(schema["$defs"]!["step"]!["properties"]!.AsObject().Select(member => member.Key))
            .Concat(schema["properties"]!["version"]!["properties"]!.AsObject().Select(member => member.Key))
            .Concat(VariableNames.OfActions)
            .Concat(VariableNames.All);
        members.Distinct(StringComparer.Ordinal).Where(member => !documentation.Contains($"`{member}`", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_documentation_s_examples_are_target_files()
    {
        var documentation = File.ReadAllText(Path.Combine(Repository.Root, "docs", "target-file.md"));
        var examples = documentation.Split("```yaml\n").Skip(1).Select(part => part.Split("```")[0]).ToList();
        examples.Should().HaveCount(4);
        foreach (var example in examples)
        {
            var whole = example.StartsWith("name:", StringComparison.Ordinal) ? example : $"name: x\nimage: y\n{example}";
            TargetText.Read(whole, new() { ["accounts.yaml"] = "- { user: \"@a:b\", password: hush }", ["homeserver.yaml"] = "" },
                new() { ["ALICE_PASSWORD"] = "hush" });
        }
    }

    private static VariableSet Variables() => new(new Dictionary<string, string>
    {
        ["port"] = "8008",
        ["mail.port"] = "25",
        ["server_name"] = "hs.example",
        ["data"] = "/data",
        ["appservice.as-token"] = "hush",
    });

    private static string Rendered(TargetProfile profile, string file) => Rendered(profile.Files[file]);

    private static string Rendered(FileTemplate file) =>
        JsonNode.Parse(FileRenderer.Render("main.yaml", file, Variables()))!.ToJsonString();
}
