using System.Net;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Delivery;

/// <summary>
/// Which addresses may be called, whatever name led to them. Ranges are those of the special-purpose registries of IANA for IPv4 and
/// IPv6; metadata services are those of Azure, AWS, Google and Alibaba.
/// </summary>
internal sealed class AddressRules(IOptions<WebhookOptions> options, IHostEnvironment environment)
{
    private static readonly IReadOnlyList<IPNetwork> Never = Networks(
        "0.0.0.0/8", "169.254.0.0/16", "168.63.129.16/32", "100.100.100.200/32", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "fd00:ec2::254/128", "fd20:ce::254/128", "2001::/23", "2001:db8::/32", "3fff::/20");

    private static readonly IReadOnlyList<IPNetwork> Private = Networks(
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15", "fc00::/7", "fec0::/10");

    private static readonly IPNetwork GlobalIPv6 = IPNetwork.Parse("2000::/3");

    private readonly IReadOnlyList<IPNetwork> _listed = Networks([.. options.Value.PrivateNetworks]);

    public bool Allows(IPAddress address)
    {
        var plain = AddressForm.Plain(address);
        if (IPAddress.IsLoopback(plain))
        {
            return environment.IsDevelopment();
        }

        if (Never.Any(network => network.Contains(plain)))
        {
            return false;
        }

        return Private.Any(network => network.Contains(plain))
            ? _listed.Any(network => network.Contains(plain))
            : plain.GetAddressBytes().Length == 4 || GlobalIPv6.Contains(plain);
    }

    private static IReadOnlyList<IPNetwork> Networks(params string[] texts) => [.. texts.Select(IPNetwork.Parse)];
}
