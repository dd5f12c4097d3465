using Conformance.Spec;

namespace Conformance.ReferenceServer;

/// <summary>The version of the specification that is served.</summary>
internal sealed record ServedVersion(SpecVersion Version);
