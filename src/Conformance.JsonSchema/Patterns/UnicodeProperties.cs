using System.Globalization;

namespace Conformance.JsonSchema.Patterns;

/// <summary>The Unicode properties of <c>\p{...}</c> that the runtime has data for: general categories, and a few binary
/// properties.</summary>
internal static class UnicodeProperties
{
    // The order of UnicodeCategory, with the short names, long names and aliases of the Unicode character database.
    private static readonly string[][] Categories =
    [
        ["Lu", "Uppercase_Letter"], ["Ll", "Lowercase_Letter"], ["Lt", "Titlecase_Letter"], ["Lm", "Modifier_Letter"],
            ["Lo", "Other_Letter"],
        ["Mn", "Nonspacing_Mark"], ["Mc", "Spacing_Mark"], ["Me", "Enclosing_Mark"],
        ["Nd", "Decimal_Number", "digit"], ["Nl", "Letter_Number"], ["No", "Other_Number"],
        ["Zs", "Space_Separator"], ["Zl", "Line_Separator"], ["Zp", "Paragraph_Separator"],
        ["Cc", "Control", "cntrl"], ["Cf", "Format"], ["Cs", "Surrogate"], ["Co", "Private_Use"],
        ["Pc", "Connector_Punctuation"], ["Pd", "Dash_Punctuation"], ["Ps", "Open_Punctuation"], ["Pe", "Close_Punctuation"],
        ["Pi", "Initial_Punctuation"], ["Pf", "Final_Punctuation"], ["Po", "Other_Punctuation"],
        ["Sm", "Math_Symbol"], ["Sc", "Currency_Symbol"], ["Sk", "Modifier_Symbol"], ["So", "Other_Symbol"],
        ["Cn", "Unassigned"],
    ];

    private static readonly string[][] Groups =
    [
        ["L", "Letter"], ["M", "Mark", "Combining_Mark"], ["N", "Number"], ["Z", "Separator"], ["C", "Other"],
            ["P", "Punctuation", "punct"], ["S", "Symbol"],
    ];

    /// <summary>
    /// The code points that have a property, given as it stands between the braces. Throws a <see cref="RegexSyntaxException"/> if it is
    /// not known.
    /// </summary>
    public static CodePointSet Find(string expression)
    {
        var equals = expression.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "General_Category" : expression[..equals];
        var value = expression[(equals + 1)..];
        if (name is "General_Category" or "gc")
        {
            if (Array.FindIndex(Categories, names => names.Contains(value)) is >= 0 and var index)
                return CodePointSet.OfCategories(category => (int)category == index);
            if (Array.Find(Groups, names => names.Contains(value)) is { } group)
                return CodePointSet.OfCategories(category => Categories[(int)category][0][0] == group[0][0]);
            if (value is "LC" or "Cased_Letter")
                return CodePointSet.OfCategories(category =>
                    category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter);
        }

        return (equals < 0 ? value : "") switch
        {
            "Any" => CodePointSet.All,
            "ASCII" => CodePointSet.Of((0, 0x7F)),
            "Assigned" => CodePointSet.OfCategories(category => category != UnicodeCategory.OtherNotAssigned),
            "ASCII_Hex_Digit" or "AHex" => CodePointSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
            _ => throw new RegexSyntaxException($"the Unicode property \"{expression}\" is not supported"),
        };
    }
}
