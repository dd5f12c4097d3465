using Conformance.Spec;

namespace Conformance.ReferenceServer.Configuration;

/// <summary>The version of the specification that is served.</summary>
internal sealed record ServedVersion(SpecVersion Version);
