using System.Text.Json.Nodes;
using Conformance.Companions.Identity;
using FluentAssertions;
using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>The identity server signs as the standards have it.</summary>
public sealed class SigningKeyTests
{
    // The first three test vectors of RFC 8032, section 7.1.
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Messages_are_signed_as_the_standard_has_it(string seed, string publicKey, string message, string signature)
    {
        var key = new SigningKey(Convert.FromHexString(seed));

        Convert.ToHexStringLower(Convert.FromBase64String($"{key.PublicKey}=")).Should().Be(publicKey);
        Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))).Should().Be(signature);
    }

    // The test vectors of the appendices, "Cryptographic Test Vectors".
    [Theory]
    [InlineData("{}", "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ")]
    [InlineData("""{"two": "Two", "one": 1}""", "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw")]
    public void Objects_are_signed_as_the_appendices_have_it(string json, string signature)
    {
        var key = new SigningKey(Convert.FromBase64String("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1="), "ed25519:1");

        var signed = key.Sign(JsonNode.Parse(json)!.AsObject(), "domain");

        ((string)signed["signatures"]!["domain"]!["ed25519:1"]!).Should().Be(signature);
    }

    // The examples of the appendices, "Canonical JSON", and what they leave out: characters beyond the basic plane, and the escapes.
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"one": 1, "two": "Two"}""", """{"one":1,"two":"Two"}""")]
    [InlineData("""{"b": "2", "a": "1"}""", """{"a":"1","b":"2"}""")]
    [InlineData("""{"auth": {"success": true, "profile": {"three_pids": [{"medium": "email"}, {}]}, "mxid": "@john.doe:example.com"}}""",
        """{"auth":{"mxid":"@john.doe:example.com","profile":{"three_pids":[{"medium":"email"},{}]},"success":true}}""")]
    [InlineData("""{"a": "日本語"}""", """{"a":"日本語"}""")]
    [InlineData("""{"本": 2, "日": 1}""", """{"日":1,"本":2}""")]
    [InlineData("""{"a": "\u65E5"}""", """{"a":"日"}""")]
    [InlineData("""{"a": null}""", """{"a":null}""")]
    [InlineData("""{"\uFF21": 1, "😀": "😀"}""", """{"Ａ":1,"😀":"😀"}""")]
    [InlineData("""{"a": "\u0000\u001f\b\t\n\f\r\"\\\/<>&'+\u007f"}""", "{\"a\":\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/<>&'+\u007f\"}")]
    public void The_canonical_form(string json, string canonical) => CanonicalJson.Of(JsonNode.Parse(json)).Should().Be(canonical);
}
