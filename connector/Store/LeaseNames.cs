using System.Security.Cryptography;
using System.Text;
using B2BConnector.Connector.Features.Partners;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Store;

/// <summary>What leases are called. An e-mail address appears as its hash: the store holds no personal data.</summary>
internal static class LeaseNames
{
    public static string OfProspect(ProspectKey key) => $"prospect:{key}";

    public static string OfEmail(string legalEntity, string email) =>
        $"email:{legalEntity}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())))}";

    public static string OfPartner(PartnerKey key) => $"partner:{key}";

    public static string OfOrganization(string legalEntity, string name) =>
        $"organization:{legalEntity}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToLowerInvariant())))}";
}
