using System.Text;
using System.Text.Json;
using Conformance.ReferenceServer.Chapters.Keys;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class Ed25519Tests
{
    // The first three test vectors of RFC 8032, section 7.1.
    [Theory]
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Known_signatures_are_valid_and_altered_ones_are_not(string publicKey, string message, string signature)
    {
        var (key, text, signed) = (Convert.FromHexString(publicKey), Convert.FromHexString(message), Convert.FromHexString(signature));

        Ed25519.Verify(key, text, signed).Should().BeTrue();
        Ed25519.Verify(key, [.. text, 0], signed).Should().BeFalse();
        signed[0] ^= 1;
        Ed25519.Verify(key, text, signed).Should().BeFalse();
        Ed25519.Verify(key.AsSpan(1), text, signed).Should().BeFalse();
        Ed25519.Verify(key, text, signed.AsSpan(1)).Should().BeFalse();
    }

    [Fact]
    public void What_is_no_point_of_the_curve_is_no_key()
    {
        // y = 2 belongs to no point.
        var key = new byte[32];
        key[0] = 2;
        Ed25519.Verify(key, [], new byte[64]).Should().BeFalse();
    }

    // The seeds and signatures of the same vectors.
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void Messages_are_signed_as_the_standard_has_it(string seed, string publicKey, string message, string signature)
    {
        var secret = Convert.FromHexString(seed);

        Convert.ToHexStringLower(Ed25519.PublicKeyOf(secret)).Should().Be(publicKey);
        Convert.ToHexStringLower(Ed25519.Sign(secret, Convert.FromHexString(message))).Should().Be(signature);
    }

    // The test vector of the appendices, "Cryptographic Test Vectors", with the public key that belongs to its seed.
    [Fact]
    public void A_signed_json_object_is_checked_in_its_canonical_form()
    {
        const string publicKey = "XGX0JRS2Af3be3knz2fBiRbApjm2Dh61gXDJA8kcJNI";
        var signed = JsonDocument.Parse(
            """
            {
                "two": "Two", "one": 1, "unsigned": {"age": 5},
                "signatures": {"domain": {"ed25519:XGX0JRS2Af3be3knz2fBiRbApjm2Dh61gXDJA8kcJNI":
                    "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw"}}
            }
            """).RootElement;

        KeySignatures.IsSignedBy(signed, "domain", publicKey).Should().BeTrue();
        KeySignatures.IsSignedBy(signed, "other", publicKey).Should().BeFalse();
        var altered =
            JsonDocument.Parse(Encoding.UTF8.GetBytes(signed.GetRawText().Replace("Two", "2", StringComparison.Ordinal))).RootElement;
        KeySignatures.IsSignedBy(altered, "domain", publicKey).Should().BeFalse();
    }

    [Fact]
    public void The_canonical_form_escapes_no_character_that_need_not_be()
    {
        var json = JsonDocument.Parse("""{"b": "\u65E5 😀 \/ <>&'+", "a": 1}""").RootElement;

        Conformance.ReferenceServer.Json.CanonicalJson.Write(json).Should().Be("""{"a":1,"b":"日 😀 / <>&'+"}""");
    }
}
