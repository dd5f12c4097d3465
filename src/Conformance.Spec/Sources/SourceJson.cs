using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Spec.Sources;

/// <summary>Writes source values as JSON, always with the same bytes.</summary>
internal static class SourceJson
{
    /// <summary>Two spaces, LF, and no escapes beyond those that JSON demands.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a value as it is; an error where JSON has no such value.</summary>
    public static void Write(Utf8JsonWriter writer, SourceNode node, List<SpecError> errors)
    {
        switch (node)
        {
            case SourceMap map:
                writer.WriteStartObject();
                foreach (var member in map.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, errors);
                }

                writer.WriteEndObject();
                break;
            case SourceList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item, errors);
                writer.WriteEndArray();
                break;
            case SourceScalar scalar:
                WriteScalar(writer, scalar, errors);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter writer, SourceScalar scalar, List<SpecError> errors)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.String:
                writer.WriteStringValue(scalar.Text);
                break;
            case ScalarKind.Boolean:
                writer.WriteBooleanValue(scalar.IsTrue);
                break;
            case ScalarKind.Null:
                writer.WriteNullValue();
                break;
            case ScalarKind.Integer when TryReadInteger(scalar.Text, out var integer):
                writer.WriteNumberValue(integer);
                break;
            default:
                if (double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsFinite(number))
                {
                    writer.WriteNumberValue(number);
                }
                else
                {
                    writer.WriteNullValue();
                    errors.Add(scalar.Error($"\"{scalar.Text}\" is a number that JSON does not have; put it in quotes or choose another"));
                }

                break;
        }
    }

    // YAML also has octal and hexadecimal. What is beyond a decimal's 28 digits becomes the nearest floating-point number, as in most
    // readers of JSON.
    private static bool TryReadInteger(string text, out decimal integer)
    {
        if (!text.StartsWith("0x", StringComparison.Ordinal) && !text.StartsWith("0o", StringComparison.Ordinal))
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer);
        integer = 0;
        var radix = text[1] == 'x' ? 16 : 8;
        foreach (var digit in text.AsSpan(2))
        {
            if (integer > decimal.MaxValue / 17)
                return false;
            integer = (integer * radix) + Convert.ToInt32(digit.ToString(), 16);
        }

        return true;
    }
}
