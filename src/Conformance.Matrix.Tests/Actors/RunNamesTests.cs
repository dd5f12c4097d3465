using Conformance.Matrix.Actors;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Actors;

/// <summary>User names and passwords that any server takes.</summary>
public sealed class RunNamesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void User_names_begin_with_the_runs_id_and_are_unique()
    {
        var names = new RunNames(7, Now);
        names.RunId.Should().MatchRegex("^c[0-9a-z]+$");
        names.UserName("Alice").Should().Be($"{names.RunId}-alice-1");
        names.UserName("Élise Ö").Should().Be($"{names.RunId}-lise-2");
        names.UserName("Ω").Should().Be($"{names.RunId}-user-3");
    }

    [Fact]
    public void Two_runs_with_one_seed_differ() => new RunNames(7, Now).RunId.Should().NotBe(new RunNames(7, Now.AddSeconds(1)).RunId);

    [Fact]
    public void Passwords_are_strong_and_never_the_same()
    {
        var passwords = Enumerable.Range(0, 100).Select(_ => RunNames.Password()).ToList();
        passwords.Should().OnlyHaveUniqueItems().And.OnlyContain(password =>
            password.Length == 24 && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiLetterLower)
                && password.Any(char.IsAsciiDigit) && password.Contains('-'));
    }
}
