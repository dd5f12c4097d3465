using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Matrix.Calls;

/// <summary>Which TLS certificates are accepted.</summary>
internal static class CertificateTrust
{
    /// <summary>The validation to use; null for the system's own.</summary>
    /// <exception cref="SuiteErrorException">The CA file cannot be read.</exception>
    public static RemoteCertificateValidationCallback? Callback(bool insecure, string? caFile)
    {
#pragma warning disable CA5359 // The user asked for exactly this: servers under test often carry self-made certificates.
        if (insecure)
            return (_, _, _, _) => true;
#pragma warning restore CA5359
        if (caFile is null)
            return null;
        var authorities = Load(caFile);
        return (_, certificate, chain, errors) =>
            errors == SslPolicyErrors.None
            || (errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is not null
                && IsSigned(certificate, chain, authorities));
    }

    private static X509Certificate2Collection Load(string caFile)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(caFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SuiteErrorException(
                new Problem($"the CA file {caFile} cannot be read")
                {
                    Why = exception.Message.ReplaceLineEndings(" "),
                    NextStep = "give a PEM file with certificates.",
                },
                exception);
        }

        return authorities.Count > 0
            ? authorities
            : throw new SuiteErrorException($"the CA file {caFile} holds no certificate", "give a PEM file with certificates.");
    }

    private static bool IsSigned(X509Certificate certificate, X509Chain? presented, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in presented?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
        return chain.Build(leaf);
    }
}
