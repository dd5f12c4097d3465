using System.Text.Json;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Loading;

public sealed class RequirementCatalogueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_embedded_catalogue_has_every_chapter_and_requirement()
    {
        var catalogue = RequirementCatalogue.LoadEmbedded();

        catalogue.Chapters.Should().HaveCount(27).And.BeInAscendingOrder(StringComparer.Ordinal)
            .And.Contain(["devices", "user-interactive-auth", "user-interactive-auth-stages", "registration"]);
        catalogue.All.Should().HaveCountGreaterThan(500);
        catalogue.All.Should().OnlyContain(requirement => requirement.Clause.Place.Length > 0 && requirement.Clause.Anchor.Contains('#'));
    }

    [Fact]
    public void Every_requirement_names_an_operation_with_its_method_and_path()
    {
        var specification = Specification.LoadEmbedded(new SpecVersion(1, 19));

        var wrong = RequirementCatalogue.LoadEmbedded().All
            .Where(requirement =>
                requirement.OperationId is not null && !requirement.Endpoint.StartsWith("oauth:", StringComparison.Ordinal))
            .Where(requirement => !specification.TryGetOperation(requirement.OperationId!, out var operation)
                || $"{operation.Method} {operation.Path}" != requirement.Endpoint)
            .Select(requirement => $"{requirement.Id}: {requirement.OperationId} is not {requirement.Endpoint}");

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void The_embedded_catalogue_is_that_of_the_repository()
    {
        var fromFolder = RequirementCatalogue.LoadDirectory(Path.Combine(Repository.Root, "features"));

        fromFolder.All.Select(Everything).Should().Equal(RequirementCatalogue.LoadEmbedded().All.Select(Everything));
    }

    [Fact]
    public void A_requirement_has_everything_that_its_record_says()
    {
        var requirement = RequirementCatalogue.LoadEmbedded().Get("DEV-15");

        requirement.Should().BeEquivalentTo(new Requirement
        {
            Id = "DEV-15",
            Level = RequirementLevel.Must,
            Basis = RequirementBasis.Derived,
            Stake = RequirementStake.Account,
            Endpoint = "DELETE /_matrix/client/v3/devices/{deviceId}",
            OperationId = "deleteDevice",
            Clause = new Clause(
                "data/api/client-server/device_management.yaml",
                "#/paths/~1devices~1{deviceId}/delete/description",
                "client-server-api/#delete_matrixclientv3devicesdeviceid"),
            Since = null,
            Text = "Deleting a device removes its refresh token and its device keys.",
            Observe = "DELETE, POST /refresh, POST /keys/query; violation: tokens issued, or keys still returned.",
            Needs = [Need.PasswordLogin],
            Testable = Testability.Partly,
            Why = "stated for logout, implied here",
            Note = "The scenarios need refresh-tokens and e2ee-keys, one each; so the scenario names that need, not the requirement.",
            Chapter = "devices",
        });
    }

    [Fact]
    public void An_unknown_id_names_the_nearest_ones()
    {
        var catalogue = RequirementCatalogue.LoadEmbedded();

        catalogue.TryGet("DEV-99", out _).Should().BeFalse();
        var act = () => catalogue.Get("DEV-99");
        act.Should().Throw<SpecException>().WithMessage("There is no requirement \"DEV-99\". Did you mean DEV-09, DEV-19 or DEV-01?");
    }

    [Fact]
    public void An_id_of_no_known_area_shows_what_ids_look_like()
    {
        var file = Record("X-01").Replace("area: X", "area: XYZ").Replace("X-01", "XYZ-01");
        _folder.Write("things/requirements.yaml", file);

        var act = () => RequirementCatalogue.LoadDirectory(_folder.Path).Get("nonsense");

        act.Should().Throw<SpecException>()
            .WithMessage("There is no requirement \"nonsense\". Ids look like XYZ-01; the chapters are things.");
    }

    [Fact]
    public void Every_fault_of_all_files_is_reported_with_its_line()
    {
        var one = _folder.Write("one/requirements.yaml", Record("AB-01", "AB-01", "CD-02")
            .Replace("area: X", "area: AB"));
        var two = _folder.Write("two/requirements.yaml", Record("EF-01", "EF-02", "EF-03", "EF-04").Replace("area: X", "area: EF")
            .Replace("- id: EF-01\n  level: MUST", "- id: EF-01\n  levl: MUST")
            .Replace("- id: EF-02\n  level: MUST", "- id: EF-02\n  level: MAYBE")
            .Replace("- id: EF-03\n  level: MUST\n  basis: explicit", "- id: EF-03\n  level: MUST\n  basis: gut feeling")
            .Replace(
                "- id: EF-04\n  level: MUST\n  basis: explicit\n  stake: form\n  endpoint: GET /x\n  operationId: getX\n  source:\n    file: a.md\n    heading: A\n", "- id: EF-04\n  level: MUST\n  basis: explicit\n  stake: form\n  endpoint: GET /x\n  operationId: getX\n  source:\n    file: a.md\n    heading: A\n    pointer: '#'\n")
            .Replace("needs: []\n  testable: 'yes'\n\n- id: EF-02",
                "needs: [password-logn, password-login, password-login]\n  testable: partly\n\n- id: EF-02"));

        var act = () => RequirementCatalogue.LoadDirectory(_folder.Path);

        act.Should().Throw<SpecException>().Which.Message.Split('\n').Should().Equal(
            $"{one}:21: the id AB-01 is already taken, at {one}:5; give one of them another number.",
            $"{one}:37: the id \"CD-02\" is not of this file's area; write it as AB-nn.",
            $"{two}:5: EF-01 lacks the field \"level\"; add it.",
            $"{two}:6: EF-01 has the unknown field \"levl\". Did you mean level?",
            $"{two}:18: EF-01 has the unknown need \"password-logn\". Did you mean password-login?",
            $"{two}:18: EF-01 has the need \"password-login\" twice; remove one.",
            $"{two}:19: EF-01 is not fully testable and does not say why; add the field \"why\".",
            $"{two}:22: EF-02: \"level\" is \"MAYBE\", which is none of MUST, MUST NOT, SHOULD, MAY, schema.",
            $"{two}:39: EF-03: \"basis\" is \"gut feeling\", which is none of explicit, lowercase, indicative, derived, schema.",
            $"{two}:60: the source of EF-04 needs either \"pointer\" or \"heading\", and not both.");
    }

    [Theory]
    [InlineData("area: X\n  title: [", 2, "invalid YAML: while scanning a plain scalar value, found invalid mapping")]
    [InlineData("- a\n", 1, "the file is a list, where a map with area, title, requirements is expected.")]
    [InlineData("area: XX\ntitle: T\n", 1, "the file lacks a list of \"requirements\"; add it.")]
    [InlineData(
        "area: x1\ntitle: T\nrequirements: []\n", 1,
            "the area \"x1\" is not a prefix of ids; use two or more capital letters, such as DEV.")]
    [InlineData("area: XX\narea: XY\ntitle: T\nrequirements: []\n", 2,
        "the key \"area\" is in one map twice, and the second was ignored; keep only one")]
    [InlineData("area: XX\ntitle: T\nrequirements: []\nmore: 1\n", 4,
        "the file has the unknown field \"more\". Known are area, title, requirements.")]
    [InlineData("area: XX\ntitle: T\nrequirements: [1]\n", 3, "a requirement is an integer, where a map is expected.")]
    [InlineData("area: XX\ntitle:\nrequirements: []\n", 2, "the file: \"title\" is null, where a text that is not empty is expected.")]
    public void A_file_of_another_form_is_refused_in_one_line(string text, int line, string message)
    {
        var file = _folder.Write("one/requirements.yaml", text);

        var act = () => RequirementCatalogue.LoadDirectory(_folder.Path);

        act.Should().Throw<SpecException>().WithMessage($"{file}:{line}: {message}");
    }

    [Fact]
    public void A_since_that_is_no_version_is_refused()
    {
        var file =
            _folder.Write("one/requirements.yaml", Record("XX-01").Replace("area: X", "area: XX").Replace("since: null", "since: soon"));

        var act = () => RequirementCatalogue.LoadDirectory(_folder.Path);

        act.Should().Throw<SpecException>()
            .WithMessage($"{file}:16: XX-01: \"since\" is \"soon\", which is not a version; write it like '1.19', or null.");
    }

    [Theory]
    [InlineData(
        "stake: form", "stake: money", 8, "XX-01: \"stake\" is \"money\", which is none of account, data, service, behaviour, form.")]
    [InlineData("  stake: form\n", "", 5, "XX-01 lacks the field \"stake\"; add it.")]
    [InlineData("testable: 'yes'", "testable: 'yes'\n  open:", 20, "XX-01: \"open\" is null, where a text that is not empty is expected.")]
    public void The_stake_is_demanded_and_what_is_open_needs_a_reason(string written, string instead, int line, string message)
    {
        var file = _folder.Write("one/requirements.yaml", Record("XX-01").Replace("area: X", "area: XX").Replace(written, instead));

        var act = () => RequirementCatalogue.LoadDirectory(_folder.Path);

        act.Should().Throw<SpecException>().WithMessage($"{file}:{line}: {message}");
    }

    [Fact]
    public void A_folder_that_is_not_there_or_empty_is_said_so()
    {
        var missing = Path.Combine(_folder.Path, "missing");

        var absent = () => RequirementCatalogue.LoadDirectory(missing);
        absent.Should().Throw<SpecException>()
            .WithMessage($"There is no folder {missing}; give the folder that holds a folder with a requirements.yaml for each chapter.");
        var empty = () => RequirementCatalogue.LoadDirectory(_folder.Path);
        empty.Should().Throw<SpecException>()
            .WithMessage($"No folder below {_folder.Path} holds a requirements.yaml; give the folder that holds the chapters.");
    }

    [Fact]
    public void The_readme_lists_every_need_with_its_meaning()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "features", "README.md"));

        readme.Should().ContainAll(Need.All.Select(need => $"| `{need.Name}` | {need.Meaning} |"));
    }

    private static string Everything(Requirement requirement) => JsonSerializer.Serialize(requirement);

    private static string Record(params string[] ids) => "area: X\ntitle: Things\nrequirements:\n\n" + string.Join('\n', ids.Select(id => $"""
        - id: {id}
          level: MUST
          basis: explicit
          stake: form
          endpoint: GET /x
          operationId: getX
          source:
            file: a.md
            heading: A
            anchor: a/#b
          text: It works.
          since: null
          observe: It does not.
          needs: []
          testable: 'yes'

        """));
}
