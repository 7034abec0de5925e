using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using B2BConnector.Connector.Configuration;

namespace B2BConnector.Connector.Commerce;

/// <summary>Makes the credential that the configuration names, and no other.</summary>
internal static class CommerceCredential
{
    public static TokenCredential Create(CommerceOptions options) => options.Credential switch
    {
        CredentialKind.ManagedIdentity => new ManagedIdentityCredential(
            string.IsNullOrEmpty(options.ClientId) ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(options.ClientId)),
        CredentialKind.WorkloadIdentity => new WorkloadIdentityCredential(),
        CredentialKind.ClientSecret => new ClientSecretCredential(
            Required(options.TenantId, "TenantId"), Required(options.ClientId, "ClientId"), Required(options.ClientSecret, "ClientSecret")),
        CredentialKind.ClientCertificate => new ClientCertificateCredential(
            Required(options.TenantId, "TenantId"), Required(options.ClientId, "ClientId"), Certificate(Required(options.CertificatePath, "CertificatePath"))),
        _ => throw new ConnectorStartException($"Commerce:Credential is not set. Choose one of {string.Join(", ", Enum.GetNames<CredentialKind>())}."),
    };

    private static string Required(string? value, string key) => string.IsNullOrWhiteSpace(value)
        ? throw new ConnectorStartException($"Commerce:{key} is not set, and the chosen Commerce:Credential needs it.")
        : value;

    private static X509Certificate2 Certificate(string path)
    {
        try
        {
            return path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(path)
                : X509CertificateLoader.LoadPkcs12FromFile(path, password: null);
        }
        catch (Exception problem) when (problem is IOException or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            throw new ConnectorStartException($"Commerce:CertificatePath '{path}' cannot be read: {problem.Message}");
        }
    }
}
