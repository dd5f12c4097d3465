using System.Text;
using Conformance.Matrix.Companions;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Companions;

/// <summary>What homeservers ask of the suite's own servers is held against the specification.</summary>
public sealed class CompanionFaultsTests
{
    private const string Bind = "/_matrix/identity/v2/3pid/bind";
    private const string Validated = "/_matrix/identity/v2/3pid/getValidated3pid";
    private const string Transaction = "/_matrix/app/v1/transactions/1";

    [Theory]
    [InlineData("identity", "POST", Bind, """{"sid":"1","client_secret":"a","mxid":"@a:example.org"}""")]
    [InlineData("identity", "POST", Bind, """{"sid":"1","client_secret":"a","mxid":"@a:example.org","org.example.more":5}""")]
    [InlineData("identity", "GET", Validated + "?sid=1&client_secret=a&more=1", "")]
    [InlineData("identity", "POST", "/_matrix/identity/api/v1/3pid/bind", "{}")]
    [InlineData("identity", "GET", Bind, "")]
    [InlineData("application-service", "PUT", Transaction + "?access_token=a", """{"events":[]}""")]
    [InlineData("application-service", "GET", "/_matrix/app/v1/users/@a%2Fb:example.org", "")]
    [InlineData("application-service", "GET", "/_matrix/app/v1/thirdparty/location/irc?channel=a", "")]
    public void A_request_as_specified_or_of_no_operation_has_no_fault(string api, string method, string target, string body) =>
        Faults((api, method, target, body)).Should().BeEmpty();

    [Theory]
    [InlineData("identity", "POST", Bind, """{"sid":1,"client_secret":"a","mxid":"@a:example.org"}""",
        "bindV2: /sid: expected string, got integer")]
    [InlineData("identity", "POST", Bind, """{"sid":"1","client_secret":"a"}""", "bindV2: the body: required member \"mxid\" is missing")]
    [InlineData("identity", "POST", Bind, "sid=1", "bindV2: the body: *")]
    [InlineData("identity", "GET", Validated + "?sid=1", "", "getValidated3pidV2: the query parameter \"client_secret\" is missing")]
    [InlineData("application-service", "PUT", Transaction, """{"events":[{"type":"m.room.member"}]}""", "sendTransaction: /events/0: *")]
    public void A_fault_is_told_with_its_place(string api, string method, string target, string body, string fault) =>
        Faults((api, method, target, body)).Should().ContainSingle().Which.Should().Match(fault);

    [Fact]
    public void Each_request_is_looked_at_once_and_faults_stay()
    {
        var log = new Log();
        var faults = new CompanionFaults(log, Bench.Specification, Bench.Newest);
        faults.All.Should().BeEmpty();
        log.Requests.Add(Request("identity", "POST", Bind, "{}"));
        faults.All.Should().ContainSingle();
        log.Requests.Add(Request("identity", "POST", Bind, """{"sid":"1","client_secret":"a","mxid":"@a:example.org"}"""));
        log.Requests.Add(Request("identity", "POST", Bind, "[]"));
        faults.All.Select(fault => fault.Request).Should().Equal(log.Requests[0], log.Requests[2]);
    }

    [Fact]
    public void Without_servers_of_the_suite_there_is_nothing_to_find() =>
        new CompanionFaults(null, Bench.Specification, Bench.Newest).All.Should().BeEmpty();

    private static List<string> Faults((string Api, string Method, string Target, string Body) request)
    {
        var log = new Log { Requests = { Request(request.Api, request.Method, request.Target, request.Body) } };
        return [.. new CompanionFaults(log, Bench.Specification, Bench.Newest).All.Select(fault => $"{fault.Operation.Id}: {fault.What}")];
    }

    private static CompanionRequest Request(string api, string method, string target, string body)
    {
        var query = target.Split('?') is [_, var parameters] ? parameters.Split('&').Select(pair => pair.Split('=')) : [];
        var given = query.Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        return new CompanionRequest(api, method, target.Split('?')[0], [.. given], Encoding.UTF8.GetBytes(body));
    }

    private sealed class Log : ICompanionRequests
    {
        public List<CompanionRequest> Requests { get; } = [];

        public IReadOnlyList<CompanionRequest> All => Requests;
    }
}
