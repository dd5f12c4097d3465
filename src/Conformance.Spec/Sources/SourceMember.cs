namespace Conformance.Spec.Sources;

/// <summary>A member of a mapping.</summary>
internal sealed record SourceMember(SourceScalar Key, SourceNode Value)
{
    public string Name => Key.Text;
}
