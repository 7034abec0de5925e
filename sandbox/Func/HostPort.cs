using System.Net;
using System.Net.Sockets;

namespace B2BConnector.Func;

/// <summary>The port is looked at before anything starts: tools wait two minutes for a host that is not there, so it has to end at once.</summary>
internal static class HostPort
{
    /// <exception cref="FuncFailure">The port is taken.</exception>
    public static void Require(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException)
        {
            throw new FuncFailure($"Port {port} is taken by another program. Stop that one, or choose another port with --port.");
        }
    }
}
