using System.Text;

namespace Conformance.JsonSchema.Values;

/// <summary>The way from an instance's root to a value; null stands for the root.</summary>
internal sealed class InstancePath
{
    private readonly InstancePath? _parent;
    private readonly string _token;

    private InstancePath(InstancePath? parent, string token) => (_parent, _token) = (parent, token);

    /// <summary>The way to a member of the value at a path.</summary>
    public static InstancePath Member(InstancePath? parent, string name) => new(parent, JsonPointer.Append("", name));

    /// <summary>The way to an item of the value at a path.</summary>
    public static InstancePath Item(InstancePath? parent, int index) => new(parent, JsonPointer.Append("", index));

    /// <summary>How many steps a path has.</summary>
    public static int Length(InstancePath? path)
    {
        var length = 0;
        for (; path is not null; path = path._parent)
            length++;
        return length;
    }

    /// <summary>The JSON Pointer of a path.</summary>
    public static string Pointer(InstancePath? path)
    {
        var tokens = new Stack<string>();
        for (; path is not null; path = path._parent)
            tokens.Push(path._token);
        return new StringBuilder().AppendJoin("", tokens).ToString();
    }
}
