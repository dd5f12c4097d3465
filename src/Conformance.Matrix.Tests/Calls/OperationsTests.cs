using System.Reflection;
using Conformance.Matrix.Calls;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

public sealed class OperationsTests
{
    [Fact]
    public void Every_operation_that_the_suite_knows_by_id_is_in_the_manifest() =>
        typeof(Operations).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .Where(id => !Bench.Specification.TryGetOperation("client-server", id, out _))
            .Should().BeEmpty();
}
