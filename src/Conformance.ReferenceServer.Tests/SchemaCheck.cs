using Conformance.Spec;
using FluentAssertions;

namespace Conformance.ReferenceServer.Tests;

/// <summary>Holds responses against the schemas that were extracted from the specification.</summary>
internal static class SchemaCheck
{
    /// <summary>Fails where a response does not fit the schema that is documented for its status.</summary>
    public static void ShouldFit(Operation operation, Answer answer)
    {
        var specification = TestHomeserver.Specification;

        // A 401 about the access token is a standard error, whatever 401 the operation documents besides.
        if (answer["errcode"] is not ("M_MISSING_TOKEN" or "M_UNKNOWN_TOKEN")
            && operation.ResponseFor(answer.Status) is { } documented
            && specification.ResponseSchema(operation, documented, specification.Version) is { } schema)
        {
            schema.Validate(answer.Bytes).Should().BeEmpty();
        }
    }
}
