using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Reading;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>What is said of target files that are none: all of it at once, each with its line.</summary>
public sealed class TargetFileErrorTests
{
    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Complaint("""
        name: 7
        imgae: example
        port: 99999
        ready-within: soon
        offers: [pasword-login, zzzzzzzzzzzz]
        entrypoint: [run, "{{prot}}"]
        environment: { TOKEN: "${NOT_SET}", A: [1] }
        accounts: magic
        files:
          a.toml: { values: { a: 1 } }
          b.yaml: { from: nowhere.yaml, txt: 1 }
          c.yaml: |
            one
            {{secret}}
            {{ captcha.sercet }}
          d.yaml: 7
          e.yaml: { text: a, from: there.yaml }
        profiles:
        - name: one
          with: [mial]
        - name: one
        - lacks: [password-login]
        parts: { mail: { fiels: {} } }
        """).Should().Be("""
        my.yaml:1: name: expected string, got integer; see docs/target-file.md
        my.yaml:1: nothing says where the homeserver comes from; add image, tree or url
        my.yaml:2: unknown member "imgae"; did you mean image?
        my.yaml:3: port: expected a number of at most 65535, got 99999; see docs/target-file.md
        my.yaml:4: ready-within: expected number, got string; see docs/target-file.md
        my.yaml:5: "pasword-login" is not possible here; did you mean password-login?
        my.yaml:5: "zzzzzzzzzzzz" is not possible here; see docs/target-file.md
        my.yaml:6: there is no variable {{prot}}; did you mean port?
        my.yaml:7: A: expected string, number or boolean, got array; see docs/target-file.md
        my.yaml:7: the environment variable NOT_SET is not set; set it, or write the value itself
        my.yaml:8: "magic" is not possible here; possible are registration, administrator, synapse-admin
        my.yaml:10: values are written as JSON, which a file .toml is not; write the file as text
        my.yaml:11: unknown member "txt"; did you mean text?
        my.yaml:11: there is no file nowhere.yaml; write the path from the folder of the target file
        my.yaml:14: there is no variable {{secret}}; did you mean secret.NAME?
        my.yaml:15: there is no variable {{captcha.sercet}}; did you mean captcha.secret?
        my.yaml:16: d.yaml: expected object or string, got integer; see docs/target-file.md
        my.yaml:17: from cannot be combined with text, as each of them is the whole file; remove one of the two
        my.yaml:20: there is no part "mial"; did you mean mail?
        my.yaml:21: the profile "one" is already in line 19; rename one of the two
        my.yaml:22: required member "name" is missing; add it, see docs/target-file.md
        my.yaml:23: unknown member "fiels"; did you mean files?
        there.yaml:2: there is no variable {{prt}}; did you mean port?
        """);

    [Fact]
    public void Ways_to_learn_the_version_of_a_server_that_the_suite_does_not_start() =>
        Complaint("name: x\nurl: http://localhost:8008\nversion: { command: [a] }\n").Should().Be(
            "my.yaml:3: command cannot be combined with url, as a server at a URL is not started by the suite; write header");

    [Fact]
    public void What_does_not_go_with_a_url() => Complaint("""
        name: x
        url: http://localhost:8008/?a
        image: y
        accounts: { ready: users.yaml }
        registration-token: { by: synapse-admin }
        spec-version: latest
        """).Should().Be("""
        my.yaml:2: this is not the base URL of a homeserver; write one without user, query and fragment, e.g. http://localhost:8008
        my.yaml:3: image cannot be combined with url, as a server at a URL is not started by the suite; remove one of the two
        my.yaml:4: there is no file users.yaml; write the path from the folder of the target file
        my.yaml:5: synapse-admin needs the shared secret of the server's administration; add synapse-admin: { shared-secret: ... }
        my.yaml:6: "latest" is not a version of the specification; write it like v1.19
        """);

    [Theory]
    [InlineData("", "my.yaml:1: the file is empty; see docs/target-file.md for what belongs in it")]
    [InlineData("name: [x\n", "my.yaml:2: this is not valid YAML, from column 1; correct the line, or the one above")]
    [InlineData("- a\n", "my.yaml:1: expected object, got array; see docs/target-file.md")]
    [InlineData(
        "name: x\nname: y\nimage: z\n", "my.yaml:2: the key \"name\" is in one map twice, and the second was ignored; keep only one")]
    [InlineData("name: x\nimage: []\n", "my.yaml:2: image: expected at least 1 item, got 0; see docs/target-file.md")]
    [InlineData(
        "name: x\nimage: y\naccounts: { ready: x, redy: y }\n",
        "my.yaml:3: unknown member \"redy\"; did you mean ready?\nmy.yaml:3: there is no file x; write the path from the folder of the target file")]
    [InlineData("name: x\nimage: y\nregistration-token: { by: me }\n", "my.yaml:3: \"me\" is not possible here; possible are administrator, synapse-admin")]
    [InlineData(
        "name: x\nimage: y\nsynapse-admin: { zzz: 1 }\n",
        "my.yaml:3: unknown member \"zzz\"; possible is shared-secret\nmy.yaml:3: required member \"shared-secret\" is missing; add it, see docs/target-file.md")]
    [InlineData("name: x\nimage: y\ndata: here\n", "my.yaml:3: data: expected a string that matches ^/; see docs/target-file.md")]
    [InlineData(
        "name: x\nimage: y\ncommand: [\"{{nonsense}}\"]\n",
        "my.yaml:3: there is no variable {{nonsense}}; there are port, bind, base_url, server_name, data, tree, companions.host, companions.url, mail.host, mail.port, captcha.public-key, captcha.secret, captcha.verify-url, cas.url, oidc.issuer, oidc.client-id, oidc.client-secret, identity.url, identity.name, appservice.url, appservice.as-token, appservice.hs-token, secret.NAME, key.NAME")]
    public void Smaller_mistakes(string text, string message) => Complaint(text).Should().Be(message);

    [Theory]
    [InlineData("verified: { server: x, suite: y }", "my.yaml:3: required member \"date\" is missing; add it, see docs/target-file.md")]
    [InlineData(
        "verified: { server: x, suite: y, date: 2026-13-01 }", "my.yaml:3: \"2026-13-01\" is not a date; write it like 2026-11-27")]
    [InlineData("unverified: true", "my.yaml:3: unknown member \"unverified\"; did you mean verified?")]
    [InlineData("version: { log: version }",
        "my.yaml:3: this does not have exactly one group; put the version in parentheses, and nothing else")]
    [InlineData("version: { log: \"(version\" }",
        "my.yaml:3: this is not a regular expression: Invalid pattern '(version' at offset 8. Not enough )'s")]
    [InlineData("version: { log: \"(?<!a)(b)\" }",
        "my.yaml:3: this regular expression looks back or ahead, which is not possible here; write a simpler one")]
    [InlineData("version: { headr: Server }", "my.yaml:3: unknown member \"headr\"; did you mean header?")]
    [InlineData("version: { header: A, log: (b) }", "my.yaml:3: version: expected at most 1 member, got 2; see docs/target-file.md")]
    [InlineData("accounts: administrator",
        "my.yaml:3: nothing says how an administrator acts on this server; add administrator, see docs/target-file.md")]
    [InlineData("accounts: administrator\nadministrator: { token: a }",
        "my.yaml:3: the administrator does not say how to make accounts; add create-account or shared-secret to administrator")]
    [InlineData("administrator: { room: a }",
        "my.yaml:3: nothing says how to become the administrator; add user and password, token, or shared-secret")]
    [InlineData("administrator: { user: a }", "my.yaml:3: user and password go together; add the one that is missing")]
    [InlineData("administrator: { token: a, shared-secret: b }",
        "my.yaml:3: there is more than one way to become the administrator; keep one of user and password, token, or shared-secret")]
    [InlineData("administrator: { shared-secret: a }\nsynapse-admin: { shared-secret: a }",
        "my.yaml:3: administrator cannot be combined with synapse-admin, which is short for one; remove one of the two")]
    [InlineData("administrator: { token: a, create-account: { message: b } }",
        "my.yaml:3: nothing says to which room the message goes; add room to the administrator")]
    [InlineData("administrator: { token: a, create-account: [{ body: {} }] }",
        "my.yaml:3: a step is either a call or a message; write one of the two\nmy.yaml:3: body belongs to a call; remove it, or write call")]
    [InlineData("administrator: { token: a, registration-token: { call: POST /a } }",
        "my.yaml:3: nothing says where the token is; add result to the call, or answer with a group to the message")]
    [InlineData("administrator: { token: a, create-account: { call: \"POST a\" } }",
        "my.yaml:3: call: expected a string that matches ^(GET|POST|PUT|DELETE) /; see docs/target-file.md")]
    [InlineData("administrator: { token: a, create-account: { call: \"POST /{{user}}\" } }",
        "my.yaml:3: there is no variable {{user}}; did you mean user_id?")]
    [InlineData("command: [\"{{yaml}}\"]", "my.yaml:3: there is no variable {{yaml}}*")]
    public void Versions_and_administrators(string text, string message) =>
        Complaint($"name: x\nimage: y\n{text}\n").Should().Match(message);

    [Theory]
    [InlineData(
        "a: b", "users.yaml:1: this is not a list of accounts; write a list of entries like { user: \"@alice:example.org\", password: \"...\" }")]
    [InlineData("- { user: alice, password: hush }", "users.yaml:1: \"alice\" is not a full user id; it looks like @alice:example.org")]
    [InlineData(
        "- { user: \"@alice:example.org\" }",
        "users.yaml:1: the entry must have user and password, and nothing else; write a list of entries like { user: \"@alice:example.org\", password: \"...\" }")]
    [InlineData("- { user: \"@a:b\", password: hush }\n- { user: \"@a:b\", password: hush }",
        "users.yaml:2: @a:b is listed more than once; each account can serve only one person at a time")]
    [InlineData("- { user: \"@a:b\", password: \"${NOT_SET}\" }",
        "users.yaml:1: the environment variable NOT_SET is not set; set it, or write the value itself")]
    public void Ready_accounts(string users, string message) =>
        FluentActions.Invoking(() =>
            TargetText.Read("name: x\nimage: y\naccounts: { ready: users.yaml }\n", new() { ["users.yaml"] = users }))
            .Should().Throw<TargetFileException>().Which.Message.Should().Be(message).And.NotContain("hush");

    [Fact]
    public void A_file_that_is_not_there() =>
        FluentActions.Invoking(() => TargetFiles.Load("no-such-target.yaml")).Should().Throw<TargetFileException>()
            .WithMessage(
                "no-such-target.yaml:1: there is no file no-such-target.yaml; give a target file, the URL of a homeserver, or one of synapse, conduit, tuwunel, dendrite");

    [Fact]
    public void A_built_in_target_that_there_is_not() =>
        FluentActions.Invoking(() => TargetFiles.BuiltIn("nirvana")).Should().Throw<ArgumentException>()
            .WithMessage("there is no built-in target \"nirvana\"; there are synapse, conduit, tuwunel, dendrite*");

    private static string Complaint(string text) =>
        FluentActions.Invoking(() => TargetText.Read(text, new() { ["there.yaml"] = "one\n{{prt}}\n" }))
            .Should().Throw<TargetFileException>().Which.Message;
}
