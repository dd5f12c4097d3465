using Conformance.Spec.Extraction;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests;

/// <summary>Links to clauses lead to a heading of the version that they are about.</summary>
public sealed class AnchorsTests
{
    private static readonly SpecVersion First = new(1, 1);

    [Fact]
    public void Each_clause_has_a_place_in_each_version_that_has_its_requirement()
    {
        var versions = Anchors.Known.Versions.Select(SpecVersion.Parse).Order().ToList();
        var lost =
            from requirement in RequirementCatalogue.LoadEmbedded().All
            from version in versions
            where version >= (requirement.Since ?? First)
            let place = Anchors.Known.Of(requirement.Clause.Anchor, version)
            where !Anchors.Known.Has(place, version)
            select $"{requirement.Id} at {version}: {requirement.Clause.Anchor}";

        versions.Should().HaveCountGreaterThan(18).And.Contain(Specification.Embedded.Max());
        lost.Should().BeEmpty();
    }

    [Theory]
    [InlineData("client-server-api/#legacy-login", 12, "client-server-api/#login")]
    [InlineData("client-server-api/#legacy-login", 19, "client-server-api/#legacy-login")]
    [InlineData("client-server-api/#soft-logout", 2, "client-server-api/#soft-logout")]
    [InlineData("client-server-api/#soft-logout", 99, "client-server-api/#soft-logout")]
    [InlineData("client-server-api/#oauth-20-aware-clients", 2, "client-server-api/")]
    [InlineData("client-server-api/#no-such-heading", 12, "client-server-api/#no-such-heading")]
    public void A_clause_is_linked_to_where_it_stands(string anchor, int minor, string place) =>
        Anchors.Known.Of(anchor, new SpecVersion(1, minor)).Should().Be(place);

    [Fact]
    public void Headings_are_named_as_the_site_names_them()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path + "/content/client-server-api/modules");
        File.WriteAllText(folder.Path + "/content/client-server-api/_index.md", """
            # Client-Server API
            ### `m.get_login_token` capability
            #### Login {id="legacy-login"}
            ## Using [tokens](#x)
            ### GET {{% added-in v="1.3" %}} it
            ```
            # no heading
            ```
            """);
        File.WriteAllText(folder.Path + "/content/client-server-api/modules/sso.md", "### E-mail (homeserver)\n### E-mail (homeserver)\n");
        File.WriteAllText(folder.Path + "/content/appendices.md", "## 4.1. Names ##\n");

        PageAnchors.Read(folder.Path).Should().BeEquivalentTo(
            "client-server-api/#client-server-api", "client-server-api/#mget_login_token-capability", "client-server-api/#legacy-login",
            "client-server-api/#using-tokens", "client-server-api/#get--it", "client-server-api/#e-mail-homeserver", "appendices/#41-names");
        PageAnchors.Read(folder.Path + "/content").Should().BeEmpty();
    }

    [Fact]
    public void The_file_keeps_what_it_says_of_other_versions()
    {
        using var folder = new TemporaryFolder();
        AnchorFile.Write(folder.Path, new SpecVersion(1, 2), ["a/#x", "a/#y"]);
        AnchorFile.Write(folder.Path, new SpecVersion(1, 10), ["a/#x", "a/#z"]);
        AnchorFile.Write(folder.Path, new SpecVersion(1, 2), ["a/#x"]);

        File.ReadAllText(folder.Path + "/anchors.json").Should().Be("""
            {
              "v1.2 v1.10": [
                "a/#x"
              ],
              "v1.10": [
                "a/#z"
              ]
            }

            """);
    }
}
