using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Conformance.Cli.Vocabulary;

/// <summary>The documentation comments of an assembly, from the file that the compiler writes beside it.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocumentation(IEnumerable<XElement> members) =>
        _members = members.Where(member => member.Attribute("name") is not null).ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The comments of an assembly; none where the file is not there, as in a binary of a single file.</summary>
    public static XmlDocumentation Of(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        return new XmlDocumentation(File.Exists(file) ? XDocument.Load(file).Descendants("member") : []);
    }

    /// <summary>The summary of a class, in Markdown on one line; empty where there is none.</summary>
    public string Summary(Type type) => Summary($"T:{type.FullName}");

    /// <summary>The summary of a method, in Markdown on one line; empty where there is none.</summary>
    public string Summary(MethodInfo method)
    {
        var parameters = string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.FullName));
        return Summary($"M:{method.DeclaringType!.FullName}.{method.Name}{(parameters.Length == 0 ? "" : $"({parameters})")}");
    }

    private string Summary(string member) =>
        _members.TryGetValue(member, out var element) && element.Element("summary") is { } summary ? OneLine(Markdown(summary)) : "";

    private static string Markdown(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" or "seealso" } link => $"`{Reference(link)}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{parameter.Attribute("name")?.Value}`",
        XElement other => Markdown(other),
        _ => "",
    }));

    private static string Reference(XElement link) =>
        link.Attribute("cref")?.Value.Split('(')[0].Split('.', ':')[^1] ?? link.Attribute("langword")?.Value ?? link.Value;

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            line.Append(line.Length == 0 ? "" : " ").Append(word);
        return line.ToString();
    }
}
