namespace Conformance.Spec.Sources;

/// <summary>A sequence.</summary>
internal sealed class SourceList(string file, int line, int column) : SourceNode(file, line, column)
{
    private readonly List<SourceNode> _items = [];

    public IReadOnlyList<SourceNode> Items => _items;

    public override string KindName => "a list";

    public void Add(SourceNode item)
    {
        item.Parent ??= this;
        _items.Add(item);
    }

    public int IndexOf(SourceNode item) => _items.IndexOf(item);
}
