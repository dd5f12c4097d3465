using System.Text.Json;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Finds strings in examples that are meant to be JSON but are not.</summary>
internal static class StringsThatLookLikeJson
{
    private static readonly string[] Beginnings = ["{\"", "[{\"", "[\"", "{}", "[]"];

    /// <summary>Walks through an example.</summary>
    public static void Check(SourceNode example, CheckContext context)
    {
        switch (example)
        {
            case SourceMap map:
                foreach (var member in map.Members)
                    Check(member.Value, context);
                break;
            case SourceList list:
                foreach (var item in list.Items)
                    Check(item, context);
                break;
            case SourceScalar { Kind: ScalarKind.String } scalar when LooksLikeJson(scalar.Text):
                context.Visit("JSON texts in strings");
                if (Fault(scalar.Text) is { } fault)
                    context.Report(CheckRules.JsonInString, scalar, $"the string looks like JSON, but is not: {fault}");
                break;
        }
    }

    private static bool LooksLikeJson(string text)
    {
        var packed = string.Concat(text.Take(32).Where(character => !char.IsWhiteSpace(character)));
        return packed.Length > 0 && packed[0] is '{' or '['
            && Beginnings.Any(beginning => packed.StartsWith(beginning, StringComparison.Ordinal));
    }

    private static string? Fault(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException exception)
        {
            // The first sentence is for everybody, the rest for programmers.
            var end = exception.Message.IndexOf(". ", StringComparison.Ordinal);
            return (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.');
        }
    }
}
