using System.Numerics;
using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Loading;
using Conformance.JsonSchema.Values;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Conformance.JsonSchema.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("0", "-0.0e5", 0)]
    [InlineData("1", "1.000", 0)]
    [InlineData("100", "1e2", 0)]
    [InlineData("0.001", "1e-3", 0)]
    [InlineData("-1", "1", -1)]
    [InlineData("-2", "-1", -1)]
    [InlineData("0.1", "0.09999", 1)]
    [InlineData("1e1000000000000", "1e999999999999", 1)]
    [InlineData("12345678901234567890123", "12345678901234567890124", -1)]
    [InlineData("0", "1e-999999", -1)]
    [InlineData("10.01", "10.0100", 0)]
    public void Numbers_compare_by_their_value(string left, string right, int sign)
    {
        Math.Sign(Parse(left).CompareTo(Parse(right))).Should().Be(sign);
        Math.Sign(Parse(right).CompareTo(Parse(left))).Should().Be(-sign);
        Math.Sign(new NumberBound(right).CompareFrom(Encoding.UTF8.GetBytes(left))).Should().Be(sign);
    }

    [Fact]
    public void Numbers_compare_and_divide_as_exact_arithmetic_has_it()
    {
        var literals = from digits in Gen.Choose(-2000, 2000) from exponent in Gen.Choose(-3, 3) select (digits, exponent);
        var pairs = from left in literals from right in literals select (left, right);
        Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            var (left, right) = (Scaled(pair.left), Scaled(pair.right));
            var (leftText, rightText) = (Literal(pair.left), Literal(pair.right));
            var compares = Math.Sign(Parse(leftText).CompareTo(Parse(rightText))) == left.CompareTo(right);
            var divides = right.Sign <= 0 || new NumberDivisor(rightText).Divides(Encoding.UTF8.GetBytes(leftText)) == (left % right == 0);
            var integer = JsonNumber.IsIntegerLiteral(Encoding.UTF8.GetBytes(leftText)) == (left % 1000 == 0);
            return compares && divides && integer;
        }).QuickCheckThrowOnFailure();

        static BigInteger Scaled((int Digits, int Exponent) number) => number.Digits * BigInteger.Pow(10, number.Exponent + 3);
        static string Literal((int Digits, int Exponent) number) => $"{number.Digits}e{number.Exponent}";
    }

    [Theory]
    [InlineData("1e100000000", "7", false)]
    [InlineData("1e100000000", "8", true)]
    [InlineData("1e308", "0.5", true)]
    [InlineData("1e-5", "1e-8", true)]
    [InlineData("0", "3", true)]
    public void Division_copes_with_any_exponent(string number, string divisor, bool divides) =>
        new NumberDivisor(divisor).Divides(Encoding.UTF8.GetBytes(number)).Should().Be(divides);

    [Fact]
    public void A_name_table_finds_exactly_its_names()
    {
        var names = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(name => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name.Get)))
            .ListOf();
        Prop.ForAll(names.ToArbitrary(), list =>
        {
            var distinct = list.Distinct(StringComparer.Ordinal).ToList();
            var table = new NameTable(distinct);
            return distinct.Select((name, index) => table.Find(Encoding.UTF8.GetBytes(name)) == index).All(found => found)
                && distinct.All(name => table.Find(Encoding.UTF8.GetBytes(name + "x")) == distinct.IndexOf(name + "x"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_name_table_tells_names_apart_that_differ_only_in_the_middle()
    {
        var names = Enumerable.Range(0, 200).Select(i => $"org.example.{i:000}.unstable").Append("").Append("a").Append("ab").ToList();
        var table = new NameTable(names);
        names.Select(name => table.Find(Encoding.UTF8.GetBytes(name))).Should().Equal(Enumerable.Range(0, names.Count));
        table.Find("org.example.200.unstable"u8).Should().Be(-1);
        NameTable.Empty.Find(""u8).Should().Be(-1);
    }

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00z\"", "A\u00e9\u20ac\ud83d\ude00z")]
    public void Text_is_unescaped(string json, string text) => Unescaped(json).Should().Equal(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("\"\\ud83d\"", new byte[] { 0xED, 0xA0, 0xBD }, 1)]
    [InlineData("\"\\ude00x\"", new byte[] { 0xED, 0xB8, 0x80, (byte)'x' }, 2)]
    [InlineData("\"\\ud83d\\u0041\"", new byte[] { 0xED, 0xA0, 0xBD, (byte)'A' }, 2)]
    public void Half_a_surrogate_pair_is_a_character(string json, byte[] text, int length)
    {
        Unescaped(json).Should().Equal(text);
        new Evaluations($$"""{"minLength":{{length}},"maxLength":{{length}}}""").IsValid(json).Should().BeTrue();
        new Evaluations("""{"propertyNames":{"pattern":"^y"}}""").IsValid($$"""{{{json}}:1}""").Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"a":1,"b":[{"c":2,"d":3}]}""", """{"b":[{"d":3.0,"c":20e-1}],"\u0061":1}""", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[[1],2]", "[[1,2]]", false)]
    [InlineData("""{"a":null}""", "{}", false)]
    [InlineData("""["a","b"]""", """["ab",""]""", false)]
    [InlineData("1", "true", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("-0", "0", true)]
    public void Values_are_equal_by_their_canonical_form(string left, string right, bool equal) =>
        CanonicalJson.Of(Encoding.UTF8.GetBytes(left)).AsSpan().SequenceEqual(CanonicalJson.Of(Encoding.UTF8.GetBytes(right)))
            .Should().Be(equal);

    [Theory]
    [InlineData("http://a/b/c/d;p?q", "g:h", "g:h")]
    [InlineData("http://a/b/c/d;p?q", "g", "http://a/b/c/g")]
    [InlineData("http://a/b/c/d;p?q", "./g/", "http://a/b/c/g/")]
    [InlineData("http://a/b/c/d;p?q", "/g", "http://a/g")]
    [InlineData("http://a/b/c/d;p?q", "//g", "http://g")]
    [InlineData("http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y")]
    [InlineData("http://a/b/c/d;p?q", ";x", "http://a/b/c/;x")]
    [InlineData("http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q")]
    [InlineData("http://a/b/c/d;p?q", "..", "http://a/b/")]
    [InlineData("http://a/b/c/d;p?q", "../../g", "http://a/g")]
    [InlineData("http://a/b/c/d;p?q", "../../../g", "http://a/g")]
    [InlineData("http://a/b/c/d;p?q", "/./g", "http://a/g")]
    [InlineData("http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y")]
    [InlineData("http://a", "b", "http://a/b")]
    [InlineData("urn:example:a", "urn:example:b", "urn:example:b")]
    [InlineData("a/b.json", "c.json", "a/c.json")]
    [InlineData("", "c.json", "c.json")]
    public void References_resolve_as_RFC_3986_has_it(string baseUri, string reference, string target) =>
        UriReference.Resolve(baseUri, reference).Should().Be(target);

    private static JsonNumber Parse(string literal) => JsonNumber.Parse(Encoding.UTF8.GetBytes(literal));

    private static byte[] Unescaped(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        using var text = new JsonText(reader);
        return text.Utf8.ToArray();
    }
}
