using System.Net;
using System.Net.Sockets;

namespace B2BConnector.Connector.Delivery;

/// <summary>
/// Connects to an address that was checked, and to no other: the host is looked up once and never again by whoever connects, so
/// that a name server cannot answer one thing to the check and another to the call.
/// </summary>
internal sealed class CheckedConnection(HostLookup lookup, AddressRules rules)
{
    /// <exception cref="CallbackRefusedException">The host leads to no address that may be called.</exception>
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await lookup(host, cancel);
        var allowed = found.Where(rules.Allows).Select(address => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToList();
        Exception? last = null;
        foreach (var address in allowed)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException problem)
            {
                socket.Dispose();
                last = problem;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? (found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new CallbackRefusedException(host));
    }
}
