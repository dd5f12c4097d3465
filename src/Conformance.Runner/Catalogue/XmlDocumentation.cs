using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Conformance.Runner.Catalogue;

/// <summary>The summaries that the compiler wrote out of the code.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _summaries;

    /// <summary>Takes a documentation file's members.</summary>
    public XmlDocumentation(XDocument document) => _summaries = document.Descendants("member")
        .Where(member => member.Attribute("name") is not null && member.Element("summary") is not null)
        .DistinctBy(member => member.Attribute("name")!.Value)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    /// <summary>
    /// Reads the documentation of an assembly: a resource with the file's name, or the file itself; without either there are no summaries.
    /// </summary>
    /// <param name="assembly">The assembly, which may have the resource.</param>
    /// <param name="others">Others that may have it.</param>
    public static XmlDocumentation Of(Assembly assembly, IEnumerable<Assembly> others)
    {
        var file = $"{assembly.GetName().Name}.xml";
        foreach (var holder in others.Prepend(assembly))
        {
            using var stream = holder.GetManifestResourceStream(file);
            if (stream is not null)
                return new XmlDocumentation(XDocument.Load(stream));
        }

        var path = Path.Combine(AppContext.BaseDirectory, file);
        try
        {
            return new XmlDocumentation(File.Exists(path) ? XDocument.Load(path) : new XDocument());
        }
        catch (XmlException)
        {
            // Something else of that name: the steps are listed without their meaning.
            return new XmlDocumentation(new XDocument());
        }
    }

    /// <summary>A class's summary as plain text with code in backticks; empty where there is none.</summary>
    public string SummaryOf(Type type) => Text($"T:{NameOf(type)}");

    /// <summary>A method's summary as plain text with code in backticks; empty where there is none.</summary>
    public string SummaryOf(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var list = parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => NameOf(parameter.ParameterType)))})";
        return Text($"M:{NameOf(method.DeclaringType!)}.{method.Name}{list}");
    }

    private string Text(string member)
    {
        if (!_summaries.TryGetValue(member, out var summary))
            return "";
        var text = new StringBuilder();
        Append(text, summary);
        return WhiteSpace().Replace(text.ToString(), " ").Trim();
    }

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value);
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    text.Append('`').Append(code.Value.Trim()).Append('`');
                    break;
                case XElement { IsEmpty: true } reference when ReferenceOf(reference) is { } name:
                    text.Append('`').Append(name).Append('`');
                    break;
                case XElement other:
                    text.Append(' ');
                    Append(text, other);
                    text.Append(' ');
                    break;
            }
        }
    }

    private static string? ReferenceOf(XElement element)
    {
        if ((element.Attribute("name") ?? element.Attribute("langword"))?.Value is { } name)
            return name;
        return element.Attribute("cref")?.Value.Split(':')[^1].Split('(')[0].Split('.')[^1];
    }

    // As the compiler writes names: nested classes after a dot, arguments of generic types in braces.
    private static string NameOf(Type type)
    {
        if (type.IsArray)
            return $"{NameOf(type.GetElementType()!)}[]";
        if (!type.IsGenericType)
            return type.FullName!.Replace('+', '.');
        var definition = type.GetGenericTypeDefinition().FullName!.Replace('+', '.');
        var name = definition[..definition.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
