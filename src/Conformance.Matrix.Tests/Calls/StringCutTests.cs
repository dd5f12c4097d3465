using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>A body whose long strings are cut is the same JSON otherwise.</summary>
public sealed class StringCutTests
{
    private const int Longest = 16;

    [Theory]
    [InlineData("""{"errcode":"M_UNKNOWN","error":"aaaaaaaaaaaaaaaaaaaaaaaa","soft_logout":true}""",
        """{"errcode":"M_UNKNOWN","error":"aaaaaaaaaaaaaaaa","soft_logout":true}""")]
    [InlineData("""["sixteen letters!"]""", """["sixteen letters!"]""")]
    [InlineData("""{"a name of more than sixteen letters":1}""", """{"a name of more t":1}""")]
    [InlineData("""["fifteen letters\"\"\"\""]""", """["fifteen letters\""]""")]
    [InlineData("""["twelve chars\ud83d\ude00\ud83d\ude00"]""", """["twelve chars\ud83d\ude00"]""")]
    [InlineData("""["fifteen letterséé"]""", """["fifteen lettersé"]""")]
    [InlineData("<p title=\"a text of more than sixteen letters\">", "<p title=\"a text of more than sixteen letters\">")]
    public void A_long_string_is_cut(string body, string kept)
    {
        foreach (var size in new[] { 1, 2, 7, 4096 })
            Cut(Encoding.UTF8.GetBytes(body), size).Should().Be(kept, "pieces of {0} bytes", size);
    }

    [Fact]
    public void No_cut_makes_json_bad()
    {
        var random = new Random(1);
        string[] pieces = ["a", "é", "😀", "\\n", "\\\"", "\\\\", "\\u0041", "\\ud83d\\ude00", "語"];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var kept = Cut(Encoding.UTF8.GetBytes($$"""{"a":"{{text}}","b":[1,"c"]}"""), random.Next(1, 50));

            Utf8.IsValid(Encoding.UTF8.GetBytes(kept)).Should().BeTrue();
            ServerJson.FindHalfSurrogate(Encoding.UTF8.GetBytes(kept)).Should().BeNull(kept);
            using var document = JsonDocument.Parse(kept);
            document.RootElement.GetProperty("b").GetRawText().Should().Be("""[1,"c"]""");
            using var whole = JsonDocument.Parse($"\"{text}\"");
            whole.RootElement.GetString().Should().StartWith(document.RootElement.GetProperty("a").GetString());
        }
    }

    private static string Cut(byte[] body, int size)
    {
        var kept = new ArrayBufferWriter<byte>();
        var cut = new StringCut(Longest);
        foreach (var piece in body.Chunk(size))
            cut.Write(piece, kept);
        return Encoding.UTF8.GetString(kept.WrittenSpan);
    }
}
