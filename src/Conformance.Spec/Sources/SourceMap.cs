using System.Diagnostics.CodeAnalysis;

namespace Conformance.Spec.Sources;

/// <summary>A mapping; its members keep the order of the source.</summary>
internal sealed class SourceMap(string file, int line, int column) : SourceNode(file, line, column)
{
    private const int FewMembers = 8;

    private readonly List<SourceMember> _members = [];
    private Dictionary<string, SourceMember>? _byName;

    public IReadOnlyList<SourceMember> Members => _members;

    public override string KindName => "a map";

    /// <summary>Adds a member; false if there is one of that name already, which then stays.</summary>
    public bool Add(SourceScalar key, SourceNode value)
    {
        if (TryGetMember(key.Text, out _))
            return false;
        var member = new SourceMember(key, value);
        key.Parent ??= this;
        value.Parent ??= this;
        _members.Add(member);
        if (_byName is not null)
            _byName[key.Text] = member;
        else if (_members.Count > FewMembers)
            _byName = _members.ToDictionary(item => item.Name, StringComparer.Ordinal);
        return true;
    }

    public SourceNode? this[string name] => TryGetMember(name, out var member) ? member.Value : null;

    public bool TryGetMember(string name, [NotNullWhen(true)] out SourceMember? member)
    {
        if (_byName is not null)
            return _byName.TryGetValue(name, out member);
        foreach (var candidate in _members)
        {
            if (candidate.Name == name)
            {
                member = candidate;
                return true;
            }
        }

        member = null;
        return false;
    }

    /// <summary>The name under which a value, or its key, stands here.</summary>
    public string KeyOf(SourceNode node) =>
        _members.First(member => ReferenceEquals(member.Value, node) || ReferenceEquals(member.Key, node)).Name;
}
