using System.Net;

namespace B2BConnector.Connector.Delivery;

/// <summary>IPv4 addresses in the clothes of IPv6. What is called in the end is the IPv4 address, so that one is judged.</summary>
internal static class AddressForm
{
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>The IPv4 address inside (mapped, compatible, NAT64 of RFC 6052, 6to4 of RFC 3056), or the address itself.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4 || IPAddress.IsLoopback(address))
        {
            return address;
        }

        if (Compatible.Contains(address) || Translated.Contains(address))
        {
            return new IPAddress(bytes.AsSpan(12, 4));
        }

        return SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4)) : address;
    }
}
