using System.Net;
using System.Net.Sockets;

namespace B2BConnector.Host.Services;

/// <summary>Ports are looked at before anything starts, so that a taken one is a sentence and not a stack trace.</summary>
internal static class LoopbackPort
{
    private const int BlocksTried = 3;
    private static readonly Lock Gate = new();
    private static PortBlock? s_block;

    /// <summary>The port itself, or a free one for 0, which no other sandbox on this machine is given while this process lives.</summary>
    /// <exception cref="SandboxFailure">The port is taken.</exception>
    public static int Require(int port, string service, string option)
    {
        if (port != 0)
        {
            return IsFree(port) ? port : throw new SandboxFailure($"Port {port} of the {service} is taken by another program. Stop that one, or choose another port with {option}.");
        }

        lock (Gate)
        {
            for (var i = 0; i < BlocksTried; i++)
            {
                s_block ??= PortBlock.Claim();
                if (s_block.Ports().Where(IsFree).Cast<int?>().FirstOrDefault() is { } free)
                {
                    return free;
                }

                s_block = null;
            }
        }

        throw new SandboxFailure($"No free port was found for the {service} between {PortBlock.First} and {PortBlock.Last}. Choose one with {option}.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
