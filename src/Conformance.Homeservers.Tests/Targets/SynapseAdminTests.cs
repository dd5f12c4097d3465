using Conformance.Homeservers.Accounts;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>Accounts by the shared secret.</summary>
public sealed class SynapseAdminTests
{
    [Fact]
    public void The_proof() =>
        SynapseAdmin.Mac("shared", "nonce", "alice", "wonderland", isAdministrator: false)
            .Should().Be("baeb0056ac9d638717f2422060a257bfef495c25")
            .And.NotBe(SynapseAdmin.Mac("shared", "nonce", "alice", "wonderland", isAdministrator: true));

    [Fact]
    public async Task A_server_that_refuses()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(403, """{"errcode":"M_FORBIDDEN","error":"HMAC incorrect"}"""));
        using var admin = new SynapseAdmin(server.BaseUrl, "shared", TimeSpan.FromSeconds(5));

        (await FluentActions.Awaiting(() => admin.MakeAsync("alice", "wonderland", default)).Should().ThrowAsync<SuiteErrorException>())
            .WithMessage(
            $"GET http://{server.BaseUrl.Authority}/_synapse/admin/v1/register answers 403 M_FORBIDDEN; the shared secret must be the server's registration_shared_secret, and its listener must serve /_synapse/admin.");
    }

    [Fact]
    public async Task A_server_that_is_something_else()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var admin = new SynapseAdmin(server.BaseUrl, "shared", TimeSpan.FromSeconds(5));

        (await FluentActions.Awaiting(() => admin.AdministratorTokenAsync(default)).Should().ThrowAsync<SuiteErrorException>())
            .WithMessage(
            $"http://{server.BaseUrl.Authority}/_synapse/admin/v1/register answers without nonce; is it Synapse?");
    }
}
