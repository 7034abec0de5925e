using System.Net;
using System.Net.Sockets;

namespace B2BConnector.Host.Services;

/// <summary>Looks whether a port is free before anything is started on it.</summary>
internal static class LoopbackPort
{
    /// <summary>The port itself, or a free one for 0.</summary>
    /// <exception cref="SandboxFailure">The port is taken.</exception>
    public static int Require(int port, string service, string option)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            throw new SandboxFailure($"Port {port} of the {service} is taken by another program. Stop that one, or choose another port with {option}.");
        }
    }
}
