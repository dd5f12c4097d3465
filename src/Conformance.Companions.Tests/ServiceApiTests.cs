using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>What the application service answers, held against the Application Service API.</summary>
public sealed class ServiceApiTests(CompanionsFixture companions) : IClassFixture<CompanionsFixture>
{
    // application-service-api/#authorization: a token that is not the service's is M_FORBIDDEN, at pings and transactions too.
    private readonly SpecifiedApi _api = new(companions, "application-service", (401, "M_UNAUTHORIZED"), (403, "M_FORBIDDEN"));

    private string Token => companions.Servers.Variables["appservice.hs-token"];

    [Fact]
    public async Task Every_operation_answers_as_documented()
    {
        foreach (var operation in _api.Operations)
        {
            var sample = SpecifiedApi.Sample(operation);
            (await _api.CallAsync(operation.Id, body: sample?.DeepClone())).Outcome.Should().Be("401 M_UNAUTHORIZED");
            (await _api.CallAsync(operation.Id, body: sample?.DeepClone(), token: "another")).Outcome.Should().Be("403 M_FORBIDDEN");
            (await _api.CallAsync(operation.Id, body: sample, token: Token)).Outcome
                .Should().Be(operation.Method == "GET" ? "404 M_NOT_FOUND" : "200", "{0}", operation);
        }
    }

    [Fact]
    public async Task Other_methods_and_other_endpoints_are_refused()
    {
        foreach (var operation in _api.Operations)
            (await _api.CallByAsync(operation, "PATCH", Token)).Should().Be("405 M_UNRECOGNIZED", "{0}", operation);
        foreach (var path in (string[])["", "unknown", "users/", "thirdparty", "thirdparty/protocol", "ping/1"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, companions.Url($"/_matrix/app/v1/{path}"));
            request.Headers.Authorization = new("Bearer", Token);
            using var answer = await companions.Http.SendAsync(request);
            ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errcode"]!.ToString())
                .Should().Be((404, "M_UNRECOGNIZED"), path);
        }
    }
}
