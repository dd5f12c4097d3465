using Conformance.Matrix.Actors;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

public sealed class AccountsFileTests
{
    private const string Form = "write a list of entries like { user: \"@alice:example.org\", password: \"...\" }";

    [Fact]
    public void Accounts_are_read_in_order()
    {
        Read("- user: \"@alice:example.org\"\n  password: one\n- { password: 'two: 2', user: '@bob:example.org:8448' }\n").Should().Equal(
            new Account("@alice:example.org", "one"),
            new Account("@bob:example.org:8448", "two: 2"));
    }

    [Theory]
    [InlineData("", "accounts.yaml:1: the file is empty; " + Form)]
    [InlineData("# nothing\n", "accounts.yaml:1: the file is empty; " + Form)]
    [InlineData("[]", "accounts.yaml:1: the list is empty; " + Form)]
    [InlineData("user: a\npassword: s3cret\n", "accounts.yaml:1: the file is not a list; " + Form)]
    [InlineData("- s3cret\n", "accounts.yaml:1: the entry is not a mapping; " + Form)]
    [InlineData("- user: \"@a:b\"\n  password: s3cret\n  pasword: s3cret\n",
        "accounts.yaml:3: unknown member pasword; an entry has user and password")]
    [InlineData("- user: \"@a:b\"\n  password: s3cret\n\n- user: \"@c:d\"\n",
        "accounts.yaml:4: password is missing; an entry has user and password")]
    [InlineData("- password: s3cret\n", "accounts.yaml:1: user is missing; an entry has user and password")]
    [InlineData("- user: \"@a:b\"\n  password: [s3cret]\n", "accounts.yaml:2: password is not text")]
    [InlineData("- user: \"@a:b\"\n  password:\n", "accounts.yaml:2: password is not text")]
    [InlineData(
        "- user: alice\n  password: s3cret\n", "accounts.yaml:1: \"alice\" is not a full user id; it looks like @alice:example.org")]
    [InlineData(
        "- user: \"@alice\"\n  password: s3cret\n", "accounts.yaml:1: \"@alice\" is not a full user id; it looks like @alice:example.org")]
    [InlineData(
        "- user: \"@alice:\"\n  password: s3cret\n",
            "accounts.yaml:1: \"@alice:\" is not a full user id; it looks like @alice:example.org")]
    [InlineData("- user: \"@a:b\"\n  password: \"s3cret\n", "accounts.yaml:2: this is not valid YAML; " + Form)]
    [InlineData("- {user: \"@a:b\", password: s}\n- {user: \"@a:b\", password: s}\n",
        "accounts.yaml: @a:b is listed more than once; each account can serve only one person at a time")]
    public void Mistakes_are_named_with_their_line_and_without_the_password(string text, string message) =>
        FluentActions.Invoking(() => Read(text)).Should().Throw<UsageException>()
            .WithMessage(message).Which.Message.Should().NotContain("s3cret");

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        FluentActions.Invoking(() => AccountsFile.Read("missing/accounts.yaml")).Should().Throw<UsageException>()
            .Which.Message.Should().StartWith("--accounts: missing/accounts.yaml cannot be read: ");

    private static IReadOnlyList<Account> Read(string text)
    {
        using var reader = new StringReader(text);
        return AccountsFile.Read("accounts.yaml", reader);
    }
}
